/** The context that Lambda gives to an invocation. */
exports.makeContext = () => ({
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'orders',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:orders',
    memoryLimitInMB: '1024',
    awsRequestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
    logGroupName: '/aws/lambda/orders',
    logStreamName: '2026/03/10/[$LATEST]abcdefabcdefabcdefabcdefabcdefab',
    getRemainingTimeInMillis: () => 6000,
});
