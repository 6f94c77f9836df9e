package org.lagroups.fileshare.runtime.part;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.part.PartFile;
import org.lagroups.fileshare.part.Target;
import org.lagroups.machine.Bytes;
import org.lagroups.node.disk.EntryMap;
import org.lagroups.node.disk.FinalPlace;

/** A file that grows under a temporary name. Used by one thread; blocks. */
final class GrowingFile implements Closeable {

  private final Target target;
  private final PartNames names;
  private final FileChannel content;
  private final LeafMap map;
  private final BitSet leaves;

  private GrowingFile(Target target, PartNames names, FileChannel content, LeafMap map)
      throws IOException {
    this.target = target;
    this.names = names;
    this.content = content;
    this.map = map;
    this.leaves = LeafCheck.present(target.shape(), content, map);
  }

  /** Begins it, or goes on with what there is. */
  static GrowingFile open(Target target, PartNames names) throws IOException {
    FileChannel content =
        FileChannel.open(
            names.part(),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      LeafMap map = LeafMap.open(names.map(), target);
      try {
        return new GrowingFile(target, names, content, map);
      } catch (IOException e) {
        map.close();
        throw e;
      }
    } catch (IOException e) {
      content.close();
      throw e;
    }
  }

  /** Which leaves are there. */
  BitSet leaves() {
    return (BitSet) leaves.clone();
  }

  /** How many bytes are still to come, as far as the disk is concerned. */
  long missingBytes() throws IOException {
    long there = 0;
    TreeShape shape = target.shape();
    for (int leaf = leaves.nextSetBit(0); leaf >= 0; leaf = leaves.nextSetBit(leaf + 1)) {
      there += shape.leafBytes(leaf);
    }
    return shape.lengthBytes() - there;
  }

  /** The content first, then the note that it is there. */
  void write(LeafRange range, Bytes bytes, Bytes hashes) throws IOException {
    EntryMap.writeFully(content, bytes.asReadOnlyBuffer(), target.shape().offsetOf(range.first()));
    map.put(range, hashes);
    leaves.set(range.first(), range.end());
  }

  /** Checks the whole on disk and moves it into place. */
  PartFile.Finish finish() throws IOException {
    content.truncate(target.shape().lengthBytes());
    content.force(true);
    if (!LeafCheck.isWhole(names.part(), target.shape(), target.root())) {
      return new PartFile.Finish.Damaged(checkAgain());
    }
    Path place = moveIntoPlace();
    close();
    Files.deleteIfExists(names.part());
    Files.deleteIfExists(names.map());
    FinalPlace.forceFolder(place);
    return new PartFile.Finish.Done(place.toString());
  }

  /** Closes it and deletes it. */
  void discard() throws IOException {
    close();
    Files.deleteIfExists(names.part());
    Files.deleteIfExists(names.map());
  }

  @Override
  public void close() throws IOException {
    content.close();
    map.close();
  }

  /** If all leaves are as noted and the whole is wrong, the notes are: nothing counts then. */
  private BitSet checkAgain() throws IOException {
    BitSet good = LeafCheck.present(target.shape(), content, map);
    if (good.cardinality() == target.shape().leafCount()) {
      map.clear();
      good.clear();
    }
    leaves.clear();
    leaves.or(good);
    return leaves();
  }

  private Path moveIntoPlace() throws IOException {
    for (int attempt = 1; attempt <= PartNames.MAX_TRIES; attempt++) {
      Path place = names.place(attempt);
      try {
        FinalPlace.take(names.part(), place);
        return place;
      } catch (FileAlreadyExistsException e) {
        if (LeafCheck.isWhole(place, target.shape(), target.root())) {
          return place;
        }
      }
    }
    throw new IOException("a thousand files of this name are there already");
  }
}
