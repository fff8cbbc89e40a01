/** For front ends: what turns the types that they read into models. */
export {applyConstraints, type ConstrainedModel, type Constraint} from './apply-constraints.ts';
export {findHeaderKinds, isHeaderResult} from './header-kinds.ts';
export {refersToDefinition} from './refers-to-definition.ts';
export {type PooledModel, type SettledModels, settleModels, type TypePool} from './settle-models.ts';
