package org.lagroups.scenarios.bench.cast.mesh;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.lagroups.machine.Bytes;
import org.lagroups.scenarios.bench.cast.content.SharedFile;

/** What neighbours tell each other: a byte for the kind, the number of a chunk, and the chunk. */
sealed interface MeshMessage {

  /** The sender has all chunks. */
  record HaveAll() implements MeshMessage {}

  /** The sender has a chunk. */
  record Have(int chunk) implements MeshMessage {}

  /** The sender wants a chunk that the other has. */
  record Request(int chunk) implements MeshMessage {}

  /** The sender wants it no more. */
  record Cancel(int chunk) implements MeshMessage {}

  /** A chunk that was asked for. */
  record Piece(int chunk, Bytes bytes) implements MeshMessage {}

  /** Writes it. */
  static void write(MeshMessage message, DataOutputStream out) throws IOException {
    switch (message) {
      case HaveAll() -> out.writeByte(0);
      case Have(int chunk) -> header(out, 1, chunk);
      case Request(int chunk) -> header(out, 2, chunk);
      case Cancel(int chunk) -> header(out, 3, chunk);
      case Piece(int chunk, Bytes bytes) -> {
        header(out, 4, chunk);
        out.write(bytes.toArray());
      }
    }
  }

  /** Reads the next about a file. */
  static MeshMessage read(DataInputStream in, SharedFile file) throws IOException {
    int kind = in.readUnsignedByte();
    if (kind == 0) {
      return new HaveAll();
    }
    int chunk = in.readInt();
    if (chunk < 0 || chunk >= file.chunks()) {
      throw new IOException("there is no chunk " + chunk);
    }
    return switch (kind) {
      case 1 -> new Have(chunk);
      case 2 -> new Request(chunk);
      case 3 -> new Cancel(chunk);
      case 4 -> {
        byte[] bytes = new byte[file.chunkBytes()];
        in.readFully(bytes);
        yield new Piece(chunk, Bytes.wrapOwned(bytes));
      }
      default -> throw new IOException("there is no message of kind " + kind);
    };
  }

  private static void header(DataOutputStream out, int kind, int chunk) throws IOException {
    out.writeByte(kind);
    out.writeInt(chunk);
  }
}
