export {settleModels, type TypePool} from '@mionkit/reflection/front-end';
