package org.lagroups.fileshare.merkle;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lagroups.machine.Bytes;

/**
 * A file as a magnet link of BitTorrent v2 (BEP 9, BEP 52): {@code
 * magnet:?xt=urn:btmh:1220HASH&dn=NAME&xl=LENGTH&x.root=ROOT}.
 *
 * <p>HASH is the info-hash of the torrent with this one file, so other programs find the same
 * swarm. It does not let anyone compute the root, which is why the link names that as well; other
 * programs ignore parameters that begin with {@code x.}.
 *
 * @param infoHash SHA-256 of the torrent's info dictionary
 */
public record MagnetLink(Bytes infoHash, String name, long lengthBytes, MerkleRoot root) {

  /** The most pieces of the torrent: its piece length is the least power of two with so many. */
  static final int MAX_PIECES = 1024;

  private static final int MAX_TEXT_LENGTH = 4096;
  private static final Pattern ROOT = Pattern.compile("[?&]x\\.root=([0-9a-fA-F]{64})(&|$)");

  /** The link of a file with this name and content. */
  public static MagnetLink of(String name, TreeShape shape, MerkleRoot root) {
    Bytes infoHash =
        Bytes.wrapOwned(
            new NodeHasher().leaf(infoDictionary(name, shape, root).asReadOnlyBuffer()));
    return new MagnetLink(infoHash, name, shape.lengthBytes(), root);
  }

  /** The root that a link of this program names, if {@code text} is one. */
  public static Optional<MerkleRoot> rootIn(String text) {
    if (!text.startsWith("magnet:?") || text.length() > MAX_TEXT_LENGTH) {
      return Optional.empty();
    }
    Matcher matcher = ROOT.matcher(text);
    return matcher.find() ? Optional.of(MerkleRoot.parse(matcher.group(1))) : Optional.empty();
  }

  private static Bytes infoDictionary(String name, TreeShape shape, MerkleRoot root) {
    Bencode out = new Bencode();
    out.raw("d").text("file tree");
    out.raw("d").text(name);
    out.raw("d").text("");
    out.raw("d").text("length").number(shape.lengthBytes());
    out.text("pieces root").bytes(root.hash());
    out.raw("eee");
    out.text("meta version").number(2).text("name").text(name);
    out.text("piece length").number(pieceBytes(shape)).raw("e");
    return out.bytes();
  }

  private static long pieceBytes(TreeShape shape) {
    int height = 0;
    while (shape.nodeCount(height) > MAX_PIECES) {
      height++;
    }
    return (long) TreeShape.LEAF_BYTES << height;
  }

  @Override
  public String toString() {
    return "magnet:?xt=urn:btmh:1220%s&dn=%s&xl=%d&x.root=%s"
        .formatted(
            infoHash.toHex(),
            URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"),
            lengthBytes,
            root);
  }

  /** The few forms of bencoding (BEP 3) that an info dictionary needs. */
  private static final class Bencode {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Bencode raw(String ascii) {
      out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
      return this;
    }

    Bencode text(String text) {
      return bytes(Bytes.wrapOwned(text.getBytes(StandardCharsets.UTF_8)));
    }

    Bencode bytes(Bytes value) {
      raw(value.length() + ":");
      out.writeBytes(value.toArray());
      return this;
    }

    Bencode number(long value) {
      return raw("i" + value + "e");
    }

    Bytes bytes() {
      return Bytes.wrapOwned(out.toByteArray());
    }
  }
}
