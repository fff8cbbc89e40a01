import {createUnplugin, type UnpluginInstance} from 'unplugin';
import {type CompilerOptions, createCompiler} from './compiler.ts';
import {MionCompileError} from './mion-compile-error.ts';
import {createHotUpdate} from './vite-hot-update.ts';

/** The plugin for bundlers: compiles the files that register routes, again when a file changes that their types depend on. */
export const mionUnplugin: UnpluginInstance<CompilerOptions | undefined, false> = createUnplugin((options) => {
    const compiler = createCompiler(options);
    const close = () => compiler.close();
    /** By the names of files that did not compile: where the reasons may lie. */
    const failures = new Map<string, readonly string[]>();
    const rollupLike = {
        closeBundle(this: {readonly meta: {readonly watchMode: boolean}}) {
            if (!this.meta.watchMode) close();
        },
        closeWatcher: close,
    };
    return {
        name: 'mion',
        // Before the bundler strips the types.
        enforce: 'pre',
        buildStart: () => compiler.changed(),
        watchChange: (fileName) => compiler.changed([fileName]),
        transform: {
            filter: {id: /\.[cm]?[jt]sx?$/},
            handler(code, fileName) {
                try {
                    const compiled = compiler.transform(code, fileName);
                    failures.delete(fileName);
                    for (const dependency of compiled?.dependencies ?? []) this.addWatchFile(dependency);
                    return compiled;
                } catch (error) {
                    const dependencies = error instanceof MionCompileError ? error.dependencies : [];
                    failures.set(fileName, dependencies);
                    for (const dependency of dependencies) this.addWatchFile(dependency);
                    throw error;
                }
            },
        },
        rollup: rollupLike,
        vite: {...rollupLike, hotUpdate: createHotUpdate(failures)},
        webpack: ({hooks}) => hooks.shutdown.tap('mion', close),
        rspack: ({hooks}) => hooks.shutdown.tap('mion', close),
    };
});
