/**
 * Namespaces: which of a global resource a task sees, and the calls that make, leave and enter them
 * (man 7 namespaces). Each kind has a reference, its state and its own calls; what a mount
 * namespace holds stands in {@code mount}.
 *
 * <p>Start reading at {@link watertight.model.linux.namespace.NsProxy}.
 */
package watertight.model.linux.namespace;
