import {Attempt} from './attempt.ts';
import type {MiddlewareRequest} from './middleware-request.ts';
import type {Plan} from './plan.ts';
import {recover, runRequest, runSteps} from './run-request.ts';

declare const setTimeout: (callback: () => void, delay: number) => unknown;
declare const clearTimeout: (timer: unknown) => void;

const longestDelay = 0x7fff_ffff;

/** Runs a request. Where the options ask for it, answers in its place when its befores and handler take too long. */
export function runAttempt(request: MiddlewareRequest, plan: Plan): Promise<unknown> {
    const {timeoutEarlyInMillis = 0} = plan.options;
    const attempt = new Attempt();
    const running = runRequest(request, plan, attempt);
    if (timeoutEarlyInMillis <= 0 || attempt.stage === 'done') return running;
    return new Promise((resolve, reject) => {
        let timer: unknown;
        const expire = () => {
            const {stage} = attempt;
            if (stage === 'done') return;
            attempt.expire();
            resolve(answerEarly(request, plan, stage));
        };
        const settleWith = (settle: (outcome: unknown) => void) => (outcome: unknown) => {
            clearTimeout(timer);
            settle(outcome);
        };
        running.then(settleWith(resolve), settleWith(reject));
        const delay = request.context?.getRemainingTimeInMillis?.() - timeoutEarlyInMillis;
        if (delay < longestDelay) timer = setTimeout(expire, Math.max(0, delay));
    });
}

/** Answers for the handler, before the afters, or for a `before`, as its early return. */
async function answerEarly(request: MiddlewareRequest, plan: Plan, stage: Attempt['stage']): Promise<unknown> {
    const {timeoutEarlyResponse = throwTimeoutError} = plan.options;
    try {
        request.response = await timeoutEarlyResponse(request);
        if (stage === 'handler') await runSteps(plan.afters, request);
    } catch (error) {
        await recover(request, plan, error);
    }
    return request.response;
}

function throwTimeoutError(): never {
    throw Object.assign(new Error('The Lambda function was about to time out.'), {name: 'TimeoutError'});
}
