package watertight.model.enclave.sgx;

/**
 * SDM vol. 3D, SIGSTRUCT and EINITTOKEN: what EINIT is given.
 *
 * @param enclave the enclave of the world whose author signed
 * @param signature whether the signature is good
 * @param attributes whether the attributes are within the mask
 * @param token whether the token is good
 */
public record SigStruct(int enclave, boolean signature, boolean attributes, boolean token) {
  /** Everything is as its author made it. */
  public static SigStruct of(int enclave) {
    return new SigStruct(enclave, true, true, true);
  }
}
