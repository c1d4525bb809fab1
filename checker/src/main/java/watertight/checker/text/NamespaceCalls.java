package watertight.checker.text;

import watertight.model.linux.Syscall;

/** How the calls on namespaces are written. */
final class NamespaceCalls {
  static final CallForm<Syscall.Unshare> UNSHARE =
      CallForm.of(
          "unshare",
          a -> new Syscall.Unshare(a.bits(0)),
          Params.flags(FlagNames.UNSHARE, Syscall.Unshare::flags));

  static final CallForm<Syscall.Setns> SETNS =
      CallForm.of(
          "setns",
          a -> new Syscall.Setns(a.number(0), (int) a.bits(1)),
          Params.fd(Syscall.Setns::fd),
          Params.flags(FlagNames.UNSHARE, call -> call.type() & 0xffffffffL));

  static final CallForm<Syscall.Sethostname> SETHOSTNAME =
      CallForm.of(
          "sethostname",
          a -> new Syscall.Sethostname(a.text(0), a.number(1)),
          Params.path(Syscall.Sethostname::nodename),
          Params.number("a length", Syscall.Sethostname::length));

  static final CallForm<Syscall.Setdomainname> SETDOMAINNAME =
      CallForm.of(
          "setdomainname",
          a -> new Syscall.Setdomainname(a.text(0), a.number(1)),
          Params.path(Syscall.Setdomainname::domainname),
          Params.number("a length", Syscall.Setdomainname::length));

  static final CallForm<Syscall.Uname> UNAME =
      CallForm.of("uname", a -> new Syscall.Uname(a.as(Boolean.class, 0)), NamesOut.param());

  private NamespaceCalls() {}
}
