package watertight.model.linux.namespace;

/**
 * What a UTS namespace holds; man 2 uname.
 *
 * @param nodename the host name
 * @param domainname the NIS domain name
 */
public record UtsState(String nodename, String domainname) {
  /** The names that the default world begins with. */
  public static final UtsState DEFAULT = new UtsState("host", "(none)");

  /** With another host name. */
  public UtsState withNodename(String name) {
    return new UtsState(name, domainname);
  }

  /** With another domain name. */
  public UtsState withDomainname(String name) {
    return new UtsState(nodename, name);
  }
}
