export {mapModel} from '@mionkit/reflection/front-end';
