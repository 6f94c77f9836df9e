package org.lagroups.fileshare.runtime.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.logging.Level;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.lagroups.core.crypto.Signature;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.query.Query;
import org.lagroups.fileshare.record.DecodedRecord;
import org.lagroups.fileshare.record.RecordCodec;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.runtime.store.IndexChanges;
import org.lagroups.fileshare.runtime.store.IndexEntry;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds this node's records by words in the names of their files. */
public final class FileIndex implements AutoCloseable {

  /** A query that takes longer is answered with what was found by then. */
  public static final long MAX_QUERY_MILLIS = 250;

  /**
   * As long may the first query take that has anything to look through: on a busy machine it needs
   * half a second, and those that follow a thousandth of that.
   */
  public static final long MAX_FIRST_QUERY_MILLIS = 3_000;

  private static final Logger LOG = LoggerFactory.getLogger(FileIndex.class);
  private static final String GENERATION = "generation";
  private static final String RECORD = "record";
  private static final String SIGNATURE = "signature";
  private static final double BUFFER_MEGABYTES = 16;

  /**
   * Lucene complains at every start that vectors are slow without a module. There are none here.
   */
  private static final java.util.logging.Logger VECTORS =
      java.util.logging.Logger.getLogger(
          "org.apache.lucene.internal.vectorization.VectorizationProvider");

  private final FSDirectory directory;
  private final LongFunction<QueryTimeout> timeouts;
  private final AtomicBoolean warm = new AtomicBoolean();
  private volatile Opened opened;

  private FileIndex(FSDirectory directory, LongFunction<QueryTimeout> timeouts) throws IOException {
    this.timeouts = timeouts;
    this.directory = directory;
    this.opened = Opened.in(directory);
  }

  /**
   * Opens the index in {@code folder}; makes an empty one if there is none or it is damaged.
   *
   * @throws IOException if the folder cannot be read or written
   */
  public static FileIndex open(Path folder) throws IOException {
    return open(folder, QueryTimeoutImpl::new);
  }

  static FileIndex open(Path folder, LongFunction<QueryTimeout> timeouts) throws IOException {
    VECTORS.setLevel(Level.SEVERE);
    return new FileIndex(FSDirectory.open(folder), timeouts);
  }

  /**
   * Opens it again after a failure, with which Lucene's writer has ended for good. It then has what
   * was committed last; until this succeeds it finds what it found before, or nothing.
   *
   * @throws IOException if the folder cannot be read or written
   */
  public void reopen() throws IOException {
    opened.close();
    opened = Opened.in(directory);
  }

  /** Where it is. */
  public Path folder() {
    return directory.getDirectory();
  }

  /** Up to which change of records the index was committed; -1 if never. */
  public long generation() {
    Iterable<Map.Entry<String, String>> data = opened.writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().equals(GENERATION)) {
          return Long.parseLong(entry.getValue());
        }
      }
    }
    return -1;
  }

  /** Makes changes visible to searches. They are on disk only after {@link #commit}. */
  public void apply(IndexChanges changes) throws IOException {
    IndexWriter writer = opened.writer;
    for (IndexEntry entry : changes.entries()) {
      writer.updateDocument(new Term(IndexQuery.KEY, key(entry)), document(entry));
    }
    for (IndexChanges.Key removed : changes.removed()) {
      writer.deleteDocuments(new Term(IndexQuery.KEY, key(removed.group(), removed.root())));
    }
    opened.searchers.maybeRefreshBlocking();
  }

  /** Empties the index, to fill it anew. */
  public void clear() throws IOException {
    opened.writer.deleteAll();
    opened.searchers.maybeRefreshBlocking();
  }

  /** Puts on disk what was applied, which is everything up to {@code generation}. */
  public void commit(long generation) throws IOException {
    IndexWriter writer = opened.writer;
    writer.setLiveCommitData(Map.of(GENERATION, Long.toString(generation)).entrySet());
    writer.commit();
  }

  /** The records in {@code group} that fit, the best first, at most {@code max}. */
  public List<SignedRecord> search(GroupId group, Query query, int max) {
    try {
      SearcherManager from = opened.searchers;
      IndexSearcher searcher = from.acquire();
      try {
        IndexSearcher limited = new IndexSearcher(searcher.getIndexReader());
        limited.setTimeout(timeouts.apply(allowedMillis(limited)));
        List<SignedRecord> found =
            records(limited, limited.search(IndexQuery.of(group, query), max).scoreDocs);
        if (limited.timedOut()) {
          LOG.atWarn().addKeyValue("found", found.size()).log("a query took too long: cut short");
        }
        return found;
      } finally {
        from.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many records there are. */
  public int size() {
    IndexWriter writer = opened.writer;
    return writer.isOpen() ? writer.getDocStats().numDocs : 0;
  }

  /** Closes without a commit; what was applied since the last is built again another time. */
  @Override
  public void close() throws IOException {
    opened.close();
    directory.close();
  }

  /** What is open: all of it ends with the writer. */
  private record Opened(IndexWriter writer, SearcherManager searchers) {

    static Opened in(Directory directory) throws IOException {
      try {
        return tryIn(directory);
      } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
        LOG.atWarn().setCause(e).log("the index of shared files is damaged: building it again");
        for (String file : directory.listAll()) {
          directory.deleteFile(file);
        }
        return tryIn(directory);
      }
    }

    /** Segments are merged on the thread that writes, so that it hears when that fails. */
    private static Opened tryIn(Directory directory) throws IOException {
      IndexWriterConfig config =
          new IndexWriterConfig(new NameAnalyzer())
              .setRAMBufferSizeMB(BUFFER_MEGABYTES)
              .setMergeScheduler(new SerialMergeScheduler())
              .setCommitOnClose(false);
      IndexWriter writer = new IndexWriter(directory, config);
      try {
        return new Opened(writer, new SearcherManager(writer, null));
      } catch (IOException | RuntimeException e) {
        writer.rollback(); // which gives up the lock on the folder
        throw e;
      }
    }

    void close() throws IOException {
      searchers.close();
      writer.rollback();
    }
  }

  /** In an empty index nothing gets warm. */
  private long allowedMillis(IndexSearcher searcher) {
    boolean first = searcher.getIndexReader().numDocs() > 0 && warm.compareAndSet(false, true);
    return first || !warm.get() ? MAX_FIRST_QUERY_MILLIS : MAX_QUERY_MILLIS;
  }

  private static String key(IndexEntry entry) {
    return key(entry.record().record().group(), entry.record().record().root());
  }

  private static String key(GroupId group, MerkleRoot root) {
    return group.bytes().toHex() + root;
  }

  private static Document document(IndexEntry entry) {
    SignedRecord record = entry.record();
    Document document = new Document();
    document.add(new StringField(IndexQuery.KEY, key(entry), Field.Store.NO));
    document.add(
        new StringField(IndexQuery.GROUP, record.record().group().bytes().toHex(), Field.Store.NO));
    document.add(new TextField(IndexQuery.NAME, record.record().name().text(), Field.Store.NO));
    for (String path : entry.paths()) {
      document.add(new TextField(IndexQuery.PATH, path, Field.Store.NO));
    }
    document.add(new StoredField(RECORD, record.encoded().toArray()));
    document.add(new StoredField(SIGNATURE, record.signature().value().toArray()));
    return document;
  }

  /** Of two equally good ones, the one with the lesser name first. */
  private static List<SignedRecord> records(IndexSearcher searcher, ScoreDoc[] found)
      throws IOException {
    record Scored(float score, SignedRecord record) {}
    StoredFields stored = searcher.storedFields();
    List<Scored> all = new ArrayList<>();
    for (ScoreDoc doc : found) {
      all.add(new Scored(doc.score, read(stored.document(doc.doc))));
    }
    all.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.record().record().name())
            .thenComparing(scored -> scored.record().record().root()));
    return all.stream().map(Scored::record).toList();
  }

  private static SignedRecord read(Document document) throws IOException {
    Bytes encoded = bytes(document.getBinaryValue(RECORD));
    if (RecordCodec.decode(encoded) instanceof DecodedRecord.Accepted accepted) {
      Signature signature = new Signature(bytes(document.getBinaryValue(SIGNATURE)));
      return new SignedRecord(accepted.record(), encoded, signature);
    }
    throw new CorruptIndexException("a record in the index cannot be read", "shared files");
  }

  private static Bytes bytes(BytesRef value) {
    return Bytes.copyOf(value.bytes, value.offset, value.length);
  }
}
