package org.lagroups.fileshare.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.core.crypto.Identity;
import org.lagroups.fileshare.merkle.ContentChangedException;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.MerkleTree;
import org.lagroups.fileshare.merkle.TreeReader;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.fileshare.query.Query;
import org.lagroups.fileshare.query.Term;
import org.lagroups.fileshare.record.FileName;
import org.lagroups.fileshare.record.FileRecord;
import org.lagroups.fileshare.record.MimeType;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.serve.SharedFiles;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

/** Shared files in memory. A test may reach in and make them lie. */
public final class MemoryFiles implements SharedFiles {

  private final GroupId group;
  private final Identity identity;
  private final Map<MerkleRoot, SignedRecord> records = new LinkedHashMap<>();
  private final Map<MerkleRoot, byte[]> contents = new LinkedHashMap<>();
  private final Map<MerkleRoot, MerkleTree> trees = new LinkedHashMap<>();

  /** How often content was asked for. */
  public int leafRequests;

  /** Whether it answers with content that is not what was asked for. */
  public boolean servesBadLeaves;

  MemoryFiles(GroupId group, Identity identity) {
    this.group = group;
    this.identity = identity;
  }

  /** Shares a file and publishes it. */
  public SignedRecord share(String name, byte[] content) {
    MerkleRoot root = hold(content);
    return publish(record(root, name, content.length, 1));
  }

  /** Has a file without publishing it. */
  public MerkleRoot hold(byte[] content) {
    MerkleTree tree = Vectors.tree(content);
    contents.put(tree.root(), content);
    trees.put(tree.root(), tree);
    return tree.root();
  }

  /** Publishes any record, in place of an earlier one about the same content. */
  public SignedRecord publish(FileRecord record) {
    SignedRecord signed = SignedRecord.sign(record, identity);
    records.put(record.root(), signed);
    return signed;
  }

  /** Publishes bytes that may be anything. */
  public void publish(SignedRecord record) {
    records.put(record.record().root(), record);
  }

  /** Publishes a file no more. */
  public void withdraw(MerkleRoot root) {
    records.remove(root);
  }

  /** A record of this member. */
  public FileRecord record(MerkleRoot root, String name, long length, long sequence) {
    return new FileRecord(
        group,
        identity.nodeId(),
        root,
        new TreeShape(length),
        new FileName(name),
        MimeType.UNKNOWN,
        0,
        sequence);
  }

  @Override
  public void search(GroupId in, Query query, int max, Consumer<List<SignedRecord>> done) {
    done.accept(
        records.values().stream()
            .filter(record -> query.terms().stream().allMatch(term -> fits(record, term)))
            .limit(max)
            .toList());
  }

  @Override
  public void record(GroupId in, MerkleRoot root, Consumer<Optional<SignedRecord>> done) {
    done.accept(Optional.ofNullable(records.get(root)));
  }

  @Override
  public void held(GroupId in, MerkleRoot root, Consumer<Optional<TreeShape>> done) {
    done.accept(
        Optional.ofNullable(contents.get(root)).map(content -> new TreeShape(content.length)));
  }

  @Override
  public void leaves(GroupId in, MerkleRoot root, LeafRange range, Consumer<FileReply> done) {
    leafRequests++;
    byte[] content = contents.get(root);
    if (content == null) {
      done.accept(new FileReply.Failure(FileReply.Failure.Code.NOT_HELD));
      return;
    }
    MerkleTree tree = Objects.requireNonNull(trees.get(root));
    try {
      byte[] answer = part(tree, content, range);
      var proof = new TreeReader(tree).prove(range, wanted -> part(tree, content, wanted));
      if (servesBadLeaves) {
        answer[answer.length / 2] ^= 1;
      }
      done.accept(new FileReply.Leaves(Bytes.wrapOwned(answer), proof));
    } catch (ContentChangedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean fits(SignedRecord record, Term term) {
    String name = record.record().name().text().toLowerCase(Locale.ROOT);
    return name.contains(term.text()) == (term.kind() != Term.Kind.WITHOUT);
  }

  private static byte[] part(MerkleTree tree, byte[] content, LeafRange range) {
    return Bytes.copyOf(
            content, (int) tree.shape().offsetOf(range.first()), tree.shape().bytesOf(range))
        .toArray();
  }
}
