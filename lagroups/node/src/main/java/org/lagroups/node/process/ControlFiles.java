package org.lagroups.node.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.lagroups.node.control.ControlPoint;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;

/** By which clients find the control API: a fresh token with every start, and the port. */
final class ControlFiles {

  private static final int TOKEN_BYTES = 32;

  private ControlFiles() {}

  static String newToken(SecureRandom random) {
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  /** The port last: who finds it finds the token, too. */
  static void write(HomeFolder home, int port, String token) {
    ControlPoint point = new ControlPoint(port, ProcessHandle.current().pid());
    OwnerFiles.write(home.controlToken(), token.getBytes(StandardCharsets.US_ASCII));
    OwnerFiles.write(home.controlFile(), Json.writeBytes(point));
  }

  static void delete(HomeFolder home) {
    try {
      Files.deleteIfExists(home.controlFile());
      Files.deleteIfExists(home.controlToken());
    } catch (IOException e) {
      throw OwnerFiles.failed("cannot delete " + home.controlFile(), home.controlFile(), e);
    }
  }
}
