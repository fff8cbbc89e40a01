/** For programs, and for the other packages of mion. */
export type {Api, RoutesOf} from './api.ts';
export {type Codec, type Codecs, defineCodec, findCodec} from './codec.ts';
export {
    COMPILED_ROUTES_VERSION,
    type CompiledMethod,
    type CompiledRoutes,
    type HeaderKind,
    type ListIssuesOptions,
    type MethodCodec,
    type ParamsCodec,
    type ValidationBudget,
} from './compiled-routes.ts';
export type {
    After,
    Before,
    DateText,
    DateTimeText,
    Duration,
    Email,
    ExclusiveMax,
    ExclusiveMin,
    Format,
    FormatName,
    Hostname,
    Integer,
    Ipv4,
    Ipv6,
    Length,
    Max,
    MaxItems,
    MaxLength,
    MaxSize,
    Min,
    MinItems,
    MinLength,
    MultipleOf,
    Negative,
    NonNegative,
    NonPositive,
    Pattern,
    Positive,
    TimeText,
    UniqueItems,
    Url,
    Uuid,
} from './constraints.ts';
export {CONTRACT_VERSION, type Contract, type ContractMethod} from './contract.ts';
export type {CoreOptions} from './core-options.ts';
export {HeaderList, isHeaderName, toHeaderList} from './header-list.ts';
export {getNameProblem, isMethodName, toMethodId, toMethodPath} from './method-id.ts';
export type {MethodKind} from './method-kind.ts';
export type {MethodMetadata, MethodsMetadata} from './method-metadata.ts';
export type {HeaderValue, MionHeaders} from './mion-headers.ts';
export type {MionRequest} from './mion-request.ts';
export type {MionResponse} from './mion-response.ts';
export type {CompileRoutesOptions, ReflectionOptions, UncompiledMethod} from './reflection-options.ts';
export {isRpcError, type PublicRpcError, RpcError, type RpcErrorName, type RpcErrorOptions} from './rpc-error.ts';
export {StatusCodes, toReasonPhrase} from './status-codes.ts';
export {defaultTextLimits, type TextLimits} from './text-limits.ts';
export type {
    ArrayModel,
    BigIntModel,
    BooleanModel,
    BytesModel,
    CodecModel,
    DateModel,
    Definitions,
    ErrorModel,
    IndexModel,
    LiteralModel,
    MapModel,
    MethodModel,
    MethodModels,
    NullModel,
    NumberModel,
    ObjectModel,
    ParamModel,
    PropertyModel,
    RecordModel,
    RefModel,
    RegExpModel,
    SetModel,
    StreamModel,
    StringModel,
    TemplateModel,
    TupleElementModel,
    TupleModel,
    TypeKind,
    TypeModel,
    UndefinedModel,
    UnionModel,
    UnknownModel,
    UrlModel,
} from './type-model.ts';
export type {ValidationIssue} from './validation-issue.ts';
