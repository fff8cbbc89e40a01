import {findContextType} from './definition-keys.ts';
import type {ProblemList} from './problem-list.ts';
import type {ProgramView} from './program-view.ts';
import type {TreeHandler} from './read-tree.ts';
import {type Signature, type Type, TypeFlags} from './typescript-api.ts';

const longestParams = 100;

/** The functions in the tree of a call, but for those in groups that were known before, and the type of the function that is called. */
export interface CallHandlers {
    readonly functionType: Type;
    readonly handlers: readonly TreeHandler[];
}

/**
 * Reports routes and hooks whose first param can't be the call context.
 *
 * TypeScript reports them as well, but in words that don't name the mistake. So this is asked only where something is wrong already.
 */
export function checkContexts(view: ProgramView, problems: ProblemList, {functionType, handlers}: CallHandlers): void {
    const contextType = findContextType(view, functionType);
    if (contextType === undefined) return;
    const answers = new Map<number, boolean>();
    for (const {kind, signature, place} of handlers) {
        const type = kind === 'rawHook' ? undefined : readFirstParam(view, signature);
        if (type === undefined) continue;
        const isContext = answers.get(type.id) ?? canBeContext(view, type, contextType);
        answers.set(type.id, isContext);
        if (isContext) continue;
        const params = toText(view, signature);
        const context = isInside(signature.declaration, place.declaration) ? 'ctx' : 'ctx: CallContext';
        problems.add(
            place,
            `takes \`${params}\`, but the first param of every route and hook is the call context. Write \`(${context}, ${params}) => …\`.`,
        );
    }
}

function readFirstParam({checker}: ProgramView, signature: Signature): Type | undefined {
    return signature.parameters.length === 0 ? undefined : checker.getParameterType(signature, 0);
}

/** A type with properties of the context is meant to be one, even if it is not quite right. What is wrong with it, TypeScript says best. */
function canBeContext({checker, propertiesOf}: ProgramView, type: Type, contextType: Type): boolean {
    if (type.flags & TypeFlags.Never || checker.isTypeAssignableTo(contextType, type)) return true;
    const names = new Set(propertiesOf(contextType).map(({name}) => name));
    return propertiesOf(type).some(({name}) => names.has(name));
}

/** The params as they are written; of long ones only the names. */
function toText({parametersOf}: ProgramView, signature: Signature): string {
    const params = parametersOf(signature);
    const texts = params.map(({name, valueDeclaration}) => valueDeclaration?.resolve()?.getText() ?? name);
    const text = texts.join(', ').replace(/\s+/g, ' ');
    return text.length > longestParams ? params.map(({name}) => (/^__\d+$/.test(name) ? '…' : `${name}: …`)).join(', ') : text;
}

/** Whether a function stands in the tree itself, where its context needs no type. */
function isInside(inner: Signature['declaration'], outer: Signature['declaration']): boolean {
    const [innerNode, outerNode] = inner?.path === outer?.path ? [inner?.resolve(), outer?.resolve()] : [];
    return innerNode !== undefined && outerNode !== undefined && outerNode.pos <= innerNode.pos && innerNode.end <= outerNode.end;
}
