package org.lagroups.fileshare.runtime.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.fileshare.query.QueryParser;
import org.lagroups.fileshare.record.Records;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.runtime.index.FileIndex;
import org.lagroups.fileshare.runtime.store.ShareSchema;
import org.lagroups.fileshare.runtime.store.ShareStore;
import org.lagroups.node.state.database.DatabaseFile;

class LocalFilesTest {

  @TempDir private Path temporary;

  @Test
  void answersASearchWithNothingWhenTheIndexFails() throws IOException {
    DatabaseFile.Opened database =
        DatabaseFile.open(
            temporary.resolve("state.db"), List.of(ShareSchema.SCHEMA), Instant.EPOCH);
    ShareStore store = new ShareStore(database.database(), Records.ALICE, () -> 0);
    FileIndex index = FileIndex.open(Files.createDirectory(temporary.resolve("index")));
    ContentReader reader = new ContentReader(store, folder -> {});
    try (LocalFiles files = new LocalFiles(store, index, reader, Runnable::run)) {
      index.close(); // as Lucene closes it by itself when something is wrong with the disk
      CompletableFuture<List<SignedRecord>> answer = new CompletableFuture<>();
      files.search(Records.GROUP, QueryParser.parse("one"), 10, answer::complete);
      assertThat(answer.orTimeout(10, TimeUnit.SECONDS).join()).isEmpty();
    } finally {
      database.database().close();
    }
  }
}
