/**
 * Keeps `api.txt` of the package in the current folder: its whole public surface, so that a review shows every change of it.
 *
 * Fails when the file is out of date (`--write` updates it), and when an export or an option has no doc comment. Reads the build.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {SymbolFlags} from 'typescript/unstable/sync';
import {withProgram} from './with-program.mjs';

const folder = process.cwd();
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const entries = Object.entries(manifest.exports).flatMap(([name, target]) =>
    target.types ? [[name, join(folder, target.types)]] : [],
);
const undocumented = [];
const sections = withProgram(
    folder,
    entries.map(([, file]) => file),
    ({program, checker}) => entries.map(([name, file]) => describeEntry(name, program.getSourceFile(file), checker)),
);
const text = `${sections.join('\n\n')}\n`;
const reportPath = join(folder, 'api.txt');

if (process.argv.includes('--write')) writeFileSync(reportPath, text);
const problems = [
    ...undocumented.map((what) => `${what} has no doc comment`),
    ...(readOrEmpty(reportPath) === text ? [] : [`api.txt is out of date: run \`pnpm api\` and look at the difference`]),
];
for (const problem of problems) console.error(`${manifest.name}: ${problem}`);
process.exit(problems.length > 0 ? 1 : 0);

function describeEntry(name, sourceFile, checker) {
    const module = checker.getSymbolAtLocation(sourceFile);
    const symbols = module ? [...checker.getExportsOfModule(module)].sort((a, b) => (a.name < b.name ? -1 : 1)) : [];
    return [`# ${join(manifest.name, name)}`, ...symbols.map((symbol) => describeExport(symbol, checker))].join('\n\n');
}

function describeExport(exported, checker) {
    const symbol = exported.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (!symbol.getDocumentationComment(checker)) undocumented.push(`\`${exported.name}\``);
    if (/Options$/.test(exported.name)) noteUndocumentedMembers(symbol, checker);
    return symbol.declarations.map((handle) => toSignatureText(handle.resolve())).join('\n');
}

function noteUndocumentedMembers(symbol, checker) {
    for (const member of symbol.getMembers().values()) {
        const own = member.flags & SymbolFlags.Property;
        if (own && !member.getDocumentationComment(checker)) undocumented.push(`\`${symbol.name}.${member.name}\``);
    }
}

// The declaration as the build has it, without comments; a variable with its statement's `export declare const`.
function toSignatureText(node) {
    return node
        .getText()
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/^\s*\n/gm, '')
        .replace(/^export declare /, '')
        .replace(/^export /, '')
        .trim();
}

function readOrEmpty(path) {
    try {
        return readFileSync(path, 'utf8');
    } catch {
        return `no ${relative(folder, path)}`;
    }
}
