package watertight.model.linux.path;

import watertight.model.linux.task.Socket;

/**
 * The dentry of a socket, which no name leads to: only the magic link of its descriptor does
 * (sockfs).
 *
 * @param socket the socket
 */
public record SocketDentry(Socket socket) implements Dentry {}
