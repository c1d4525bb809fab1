package watertight.model.linux.path;

import watertight.model.linux.namespace.Namespace;

/**
 * The dentry of a namespace, which no name leads to but the magic links of procfs (nsfs).
 *
 * @param namespace the namespace
 */
public record NsDentry(Namespace namespace) implements Dentry {}
