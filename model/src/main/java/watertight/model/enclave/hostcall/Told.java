package watertight.model.enclave.hostcall;

/**
 * What the caller was told of a call.
 *
 * @param call the call
 * @param knew what the enclave remembered when it made it
 * @param rejected whether the shield turned the answer into an error
 * @param answer what the caller sees, where it was not rejected
 * @param honest what a host that does not lie could have said
 * @param use what was touched
 */
public record Told(
    HostCall call, Remembered knew, boolean rejected, Fields answer, Fields honest, Use use) {}
