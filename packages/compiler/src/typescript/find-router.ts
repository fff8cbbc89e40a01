import {type RegisterCall, unwrap} from './find-calls.ts';
import type {ProgramView} from './program-view.ts';
import {
    isCallExpression,
    isIdentifier,
    isPropertyAccessExpression,
    isVariableDeclaration,
    SymbolFlags,
    type TypeScriptSymbol,
} from './typescript-api.ts';

/** Which router a call registers on: the place where it is declared. Empty for the default router. */
export function findRouter(view: ProgramView, {callee}: RegisterCall): string {
    if (!isPropertyAccessExpression(callee)) return '';
    const receiver = unwrap(callee.expression);
    const symbol = view.checker.getSymbolAtLocation(receiver);
    const router = symbol && symbol.flags & SymbolFlags.Alias ? view.checker.getAliasedSymbol(symbol) : symbol;
    if (router === undefined) return `${receiver.getSourceFile().path}:${receiver.pos}`;
    return isDefaultRouter(view, router) ? '' : toPlace(router);
}

function toPlace({valueDeclaration, id}: TypeScriptSymbol): string {
    return valueDeclaration === undefined ? `${id}` : `${valueDeclaration.path}:${valueDeclaration.index}`;
}

/** What the router's package exports itself, and what a program keeps of `initRouter(…)`. */
function isDefaultRouter(view: ProgramView, router: TypeScriptSymbol): boolean {
    if (view.isDeclaredIn(router, '@mionkit/router')) return true;
    const node = router.valueDeclaration?.resolve();
    const value = node !== undefined && isVariableDeclaration(node) ? node.initializer : undefined;
    return (
        value !== undefined && isCallExpression(value) && isIdentifier(value.expression) && value.expression.text === 'initRouter'
    );
}
