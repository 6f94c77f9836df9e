package org.lagroups.node.runtime.monitor.answer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.lagroups.machine.Bytes;

/** The digest that stands for what was found. */
final class Sha256 {

  private Sha256() {}

  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  static Bytes of(byte[] content) {
    return Bytes.wrapOwned(begin().digest(content));
  }
}
