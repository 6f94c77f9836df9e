package org.lagroups.node.invitation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;

/**
 * What links have in them. Reading throws {@link java.nio.BufferUnderflowException} where a content
 * ends too early, which {@link LinkText} takes for damage.
 */
public final class LinkFields {

  private LinkFields() {}

  /** Writes bytes whose length the reader knows. */
  public static void putBytes(ByteBuffer out, Bytes value) {
    out.put(value.asReadOnlyBuffer());
  }

  /** Reads bytes of a known length. */
  public static Bytes bytes(ByteBuffer in, int length) {
    byte[] value = new byte[length];
    in.get(value);
    return Bytes.wrapOwned(value);
  }

  /** Writes a text of at most 255 ASCII characters. */
  public static void putText(ByteBuffer out, String text) {
    byte[] value = text.getBytes(StandardCharsets.US_ASCII);
    out.put((byte) value.length).put(value);
  }

  /** Reads a text. */
  public static String text(ByteBuffer in) {
    return new String(bytes(in, Byte.toUnsignedInt(in.get())).toArray(), StandardCharsets.US_ASCII);
  }

  /** Writes at most 127 addresses. */
  public static void putAddresses(ByteBuffer out, List<NodeAddress> addresses) {
    out.put((byte) addresses.size());
    for (NodeAddress address : addresses) {
      putText(out, address.host());
      out.putShort((short) address.port());
    }
  }

  /**
   * Reads addresses.
   *
   * @throws IllegalArgumentException if one is none
   */
  public static List<NodeAddress> addresses(ByteBuffer in) {
    List<NodeAddress> addresses = new ArrayList<>();
    for (int left = in.get(); left > 0; left--) {
      addresses.add(new NodeAddress(text(in), Short.toUnsignedInt(in.getShort())));
    }
    return addresses;
  }

  /**
   * Reads the version.
   *
   * @param newest that this program knows, the first being 1
   * @throws IllegalArgumentException if it is newer, with what to do
   */
  public static byte version(ByteBuffer in, byte newest) {
    byte version = in.get();
    if (version < 1 || version > newest) {
      throw new IllegalArgumentException(
          "this link is of another version of the program: update the older of the two nodes");
    }
    return version;
  }
}
