package watertight.model.enclave.sgx;

import org.jspecify.annotations.Nullable;

/** A record of the measurement: ECREATE, EADD and EEXTEND each hash one. */
public sealed interface Measured {
  /** A record too many, or a wrong one: what nobody signed, and nothing leads back from. */
  record Spoilt() implements Measured {}

  /** "ECREATE", SSAFRAMESIZE, SIZE. */
  record Created(long size) implements Measured {}

  /** "EADD", the page's offset, its SECINFO. */
  record Added(@Nullable Long offset, @Nullable SecInfo info) implements Measured {}

  /** "EEXTEND", the chunk's offset, its bytes: here a whole page. */
  record Extended(long offset, String content) implements Measured {}
}
