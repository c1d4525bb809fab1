package watertight.model.enclave.sgx;

/**
 * SDM vol. 3D, SECINFO: what a page is to be.
 *
 * @param type PT
 * @param rwx the rights asked for
 */
public record SecInfo(PageType type, Rwx rwx) {}
