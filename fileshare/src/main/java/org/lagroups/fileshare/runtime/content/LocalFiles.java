package org.lagroups.fileshare.runtime.content;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.query.Query;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.runtime.index.FileIndex;
import org.lagroups.fileshare.runtime.store.ShareStore;
import org.lagroups.fileshare.serve.SharedFiles;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.machine.GroupId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node's shared files: index, database and disk. */
public final class LocalFiles implements SharedFiles, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalFiles.class);

  private final ShareStore store;
  private final FileIndex index;
  private final ContentReader reader;
  private final Executor loop;
  private final ExecutorService searching;

  /**
   * Answers from these.
   *
   * @param loop where answers are given
   */
  public LocalFiles(ShareStore store, FileIndex index, ContentReader reader, Executor loop) {
    this.store = store;
    this.index = index;
    this.reader = reader;
    this.loop = loop;
    this.searching =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("lag-share-search").daemon().factory());
  }

  @Override
  public void search(GroupId group, Query query, int max, Consumer<List<SignedRecord>> done) {
    try {
      searching.execute(() -> answer(done, find(group, query, max)));
    } catch (RejectedExecutionException e) {
      done.accept(List.of());
    }
  }

  @Override
  public void record(GroupId group, MerkleRoot root, Consumer<Optional<SignedRecord>> done) {
    answer(store.record(group, root), Optional.empty(), done);
  }

  @Override
  public void held(GroupId group, MerkleRoot root, Consumer<Optional<TreeShape>> done) {
    CompletableFuture<Optional<TreeShape>> shape =
        store
            .content(group, root)
            .thenApply(places -> places.stream().map(place -> place.tree().shape()).findFirst());
    answer(shape, Optional.empty(), done);
  }

  @Override
  public void leaves(GroupId group, MerkleRoot root, LeafRange range, Consumer<FileReply> done) {
    reader.read(group, root, range, reply -> answer(done, reply));
  }

  @Override
  public void close() {
    searching.shutdown();
    reader.close();
  }

  private List<SignedRecord> find(GroupId group, Query query, int max) {
    try {
      return index.search(group, query, max);
    } catch (RuntimeException e) { // whoever asks waits for an answer, whatever went wrong
      LOG.atError().setCause(e).log("cannot search the index of shared files");
      return List.of();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Both ways it may end are dealt with in it.
  private <T> void answer(CompletableFuture<T> found, T otherwise, Consumer<T> done) {
    found.whenComplete((result, failure) -> {
      if (failure != null) {
        LOG.atError().setCause(failure).log("cannot look up shared files");
      }
      answer(done, failure == null ? result : otherwise);
    });
  }

  private <T> void answer(Consumer<T> done, T result) {
    loop.execute(() -> done.accept(result));
  }
}
