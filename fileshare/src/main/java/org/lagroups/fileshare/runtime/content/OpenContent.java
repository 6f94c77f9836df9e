package org.lagroups.fileshare.runtime.content;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.lagroups.fileshare.merkle.ContentChangedException;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.RangeProof;
import org.lagroups.fileshare.merkle.TreeReader;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.runtime.store.StoredContent;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.machine.Bytes;

/** A shared file, open for reading. */
final class OpenContent implements Closeable {

  private final StoredContent content;
  private final FileChannel channel;
  private final TreeReader tree;

  private OpenContent(StoredContent content, FileChannel channel) {
    this.content = content;
    this.channel = channel;
    this.tree = new TreeReader(content.tree());
  }

  static OpenContent open(StoredContent content) throws IOException {
    FileChannel channel =
        FileChannel.open(
            content.file(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    return new OpenContent(content, channel);
  }

  long folderId() {
    return content.folderId();
  }

  FileReply read(LeafRange range) throws IOException, ContentChangedException {
    if (!content.tree().shape().contains(range)) {
      return new FileReply.Failure(FileReply.Failure.Code.BAD_RANGE);
    }
    RangeProof proof = tree.prove(range, this::bytes);
    Bytes bytes = Bytes.wrapOwned(bytes(range));
    // The file may have been changed in between; a holder that sends wrong content is shunned.
    if (proof.check(content.tree().shape(), content.tree().root(), range, bytes).isEmpty()) {
      throw new ContentChangedException();
    }
    return new FileReply.Leaves(bytes, proof);
  }

  private byte[] bytes(LeafRange range) throws IOException {
    TreeShape shape = content.tree().shape();
    byte[] bytes = new byte[shape.bytesOf(range)];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long at = shape.offsetOf(range.first());
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("the file is shorter than it was");
      }
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
