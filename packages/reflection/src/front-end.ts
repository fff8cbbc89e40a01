/** For front ends: what turns the types that they read into models. */
export {applyConstraints, type ConstrainedModel, type Constraint} from './apply-constraints.ts';
export {hasReference} from './has-reference.ts';
export {findHeaderKinds, isHeaderResult} from './header-kinds.ts';
export {type PooledModel, type SettledModels, settleModels, type TypePool} from './settle-models.ts';
