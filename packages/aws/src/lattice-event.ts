import type {EventMultiValues, EventValues} from './rest-api-event.ts';

/** The event of VPC Lattice, event structure version 2. */
export interface LatticeEvent {
    version: string;
    path: string;
    method: string;
    headers: EventMultiValues | EventValues;
    queryStringParameters?: EventMultiValues | EventValues | null;
    requestContext: LatticeRequestContext;
    body?: string | null;
    isBase64Encoded?: boolean;
}

/** What VPC Lattice itself says about the request, independent of what the client sent. */
export interface LatticeRequestContext {
    serviceNetworkArn: string;
    serviceArn: string;
    targetGroupArn: string;
    identity?: LatticeIdentity;
    region: string;
    /** Microseconds since 1970, as digits. */
    timeEpoch: string;
}

/** Who calls, as VPC Lattice determined it. */
export interface LatticeIdentity {
    sourceVpcArn?: string;
    type?: string;
    principal?: string;
    principalOrgID?: string;
    sessionName?: string;
    x509SanDns?: string;
}

/** The event of VPC Lattice, event structure version 1. */
export interface LatticeV1Event {
    raw_path: string;
    method: string;
    headers: EventValues;
    query_string_parameters?: EventValues | null;
    body?: string | null;
    is_base64_encoded: boolean;
}
