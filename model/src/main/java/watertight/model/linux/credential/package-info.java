/** Credentials: user and group ids, capabilities, and the calls that change them. */
package watertight.model.linux.credential;
