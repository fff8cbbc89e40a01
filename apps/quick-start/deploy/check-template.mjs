/** Prints a SAM template as CloudFormation has it, after CDK has checked its resource types, the values of its properties, and its references: `node check-template.mjs file`. */
import {App, Stack} from 'aws-cdk-lib';
import {CfnInclude} from 'aws-cdk-lib/cloudformation-include';

const app = new App();
const stack = new Stack(app, 'Template');
new CfnInclude(stack, 'Included', {templateFile: process.argv[2]});
console.log(JSON.stringify(app.synth().getStackByName('Template').template));
