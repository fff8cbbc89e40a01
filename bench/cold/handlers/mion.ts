import {awsLambdaHandler} from '@mionkit/aws';
import './routes.ts';

export const handler = awsLambdaHandler;
