import type {EventMultiValues, EventValues} from './rest-api-event.ts';

/** The event of an Application Load Balancer, in both settings of the target group's `lambda.multi_value_headers.enabled`. */
export interface AlbEvent {
    requestContext: {elb: {targetGroupArn: string}};
    httpMethod: string;
    path: string;
    queryStringParameters?: EventValues | undefined;
    multiValueQueryStringParameters?: EventMultiValues | undefined;
    /** Absent with multi-value headers. */
    headers?: EventValues | undefined;
    /** Absent without multi-value headers. */
    multiValueHeaders?: EventMultiValues | undefined;
    body: string | null;
    isBase64Encoded: boolean;
}
