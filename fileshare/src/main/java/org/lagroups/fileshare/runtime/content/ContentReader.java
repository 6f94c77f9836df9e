package org.lagroups.fileshare.runtime.content;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.merkle.ContentChangedException;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.runtime.store.ShareStore;
import org.lagroups.fileshare.runtime.store.StoredContent;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.machine.GroupId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads ranges of shared files, on one thread; keeps the files read last open. */
public final class ContentReader implements AutoCloseable {

  /** The most files kept open. */
  static final int MAX_OPEN = 32;

  private static final Logger LOG = LoggerFactory.getLogger(ContentReader.class);
  private static final FileReply NOT_HELD = new FileReply.Failure(FileReply.Failure.Code.NOT_HELD);
  private static final FileReply UNREADABLE =
      new FileReply.Failure(FileReply.Failure.Code.UNREADABLE);

  private final ShareStore store;
  private final LongConsumer changedFolder;
  private final ExecutorService thread;

  /** The one not used for the longest first. */
  private final LinkedHashMap<Key, OpenContent> open = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(GroupId group, MerkleRoot root) {}

  /**
   * Reads what {@code store} knows.
   *
   * @param changedFolder hears of a folder in which a file is not what it was
   */
  public ContentReader(ShareStore store, LongConsumer changedFolder) {
    this.store = store;
    this.changedFolder = changedFolder;
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("lag-share-read").daemon().factory());
  }

  /** Reads a range; answers on the reader's thread. */
  public void read(GroupId group, MerkleRoot root, LeafRange range, Consumer<FileReply> done) {
    try {
      thread.execute(() -> done.accept(readNow(new Key(group, root), range)));
    } catch (RejectedExecutionException e) {
      done.accept(UNREADABLE);
    }
  }

  /** Closes all files: what is shared has changed. */
  public void forgetAll() {
    thread.execute(this::closeAll);
  }

  @Override
  public void close() {
    thread.execute(this::closeAll);
    thread.shutdown();
  }

  private FileReply readNow(Key key, LeafRange range) {
    try {
      OpenContent content = open.get(key);
      if (content == null) {
        content = openFirst(key);
      }
      return content == null ? NOT_HELD : content.read(range);
    } catch (ContentChangedException | IOException e) {
      LOG.atInfo()
          .addKeyValue("root", key.root())
          .log("a shared file has changed: {}", e.toString());
      OpenContent changed = open.remove(key);
      if (changed != null) {
        changedFolder.accept(changed.folderId());
        closeQuietly(changed);
      }
      return UNREADABLE;
    } catch (RuntimeException e) { // whoever asks waits for an answer, whatever went wrong
      LOG.atError().setCause(e).log("cannot look up a shared file");
      return UNREADABLE;
    }
  }

  /** The same content may stand in several places; one that can be opened will do. */
  private @Nullable OpenContent openFirst(Key key) throws IOException {
    List<StoredContent> places = store.content(key.group(), key.root()).join();
    IOException last = null;
    for (StoredContent place : places) {
      try {
        OpenContent content = OpenContent.open(place);
        keep(key, content);
        return content;
      } catch (IOException e) {
        last = e;
        changedFolder.accept(place.folderId());
      }
    }
    if (last != null) {
      throw last;
    }
    return null;
  }

  private void keep(Key key, OpenContent content) {
    open.put(key, content);
    if (open.size() > MAX_OPEN) {
      Iterator<Map.Entry<Key, OpenContent>> oldest = open.entrySet().iterator();
      closeQuietly(oldest.next().getValue());
      oldest.remove();
    }
  }

  private void closeAll() {
    open.values().forEach(ContentReader::closeQuietly);
    open.clear();
  }

  private static void closeQuietly(OpenContent content) {
    try {
      content.close();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("a file that was only read did not close");
    }
  }
}
