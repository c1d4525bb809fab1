package watertight.checker.alloy;

/** A place of an instance: a mount and a dentry, both atoms. */
record Spot(String mount, String dentry) {}
