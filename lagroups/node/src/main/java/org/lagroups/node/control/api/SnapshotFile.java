package org.lagroups.node.control.api;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.TranscriptFile.SignerView;

/**
 * The snapshot of a group as a file that people can read: who is endorsed by whom. Keys and
 * signatures are in hexadecimal.
 *
 * @param format always {@link #FORMAT}
 * @param signers all who endorse somebody, in the order of their IDs
 * @param members all who are endorsed, in the order of their IDs
 */
public record SnapshotFile(
    String format, GroupId group, List<SignerView> signers, List<MemberView> members) {

  /** What kind of file it is, and of which version. */
  public static final String FORMAT = "lagroups-snapshot-1";

  /** Copies the lists; refuses what a file may lack. */
  public SnapshotFile {
    requireNonNull(format, "\"format\" is missing");
    requireNonNull(group, "\"group\" is missing");
    signers = List.copyOf(requireNonNull(signers, "\"signers\" are missing"));
    members = List.copyOf(requireNonNull(members, "\"members\" are missing"));
  }

  /**
   * One who is endorsed.
   *
   * @param expiryMillis until when, milliseconds since 1970-01-01 UTC
   * @param endorsedBy who endorses it, in the order of IDs
   * @param signature the sum of their signatures, 96 bytes
   */
  public record MemberView(
      NodeId node, long expiryMillis, List<NodeId> endorsedBy, Bytes signature) {

    /** Copies {@code endorsedBy}; refuses what a file may lack. */
    public MemberView {
      requireNonNull(node, "a member's \"node\" is missing");
      endorsedBy = List.copyOf(requireNonNull(endorsedBy, "a member's \"endorsedBy\" is missing"));
      requireNonNull(signature, "a member's \"signature\" is missing");
    }
  }

  /** The file of a snapshot. */
  public static SnapshotFile of(Snapshot snapshot) {
    return new SnapshotFile(
        FORMAT,
        snapshot.group(),
        snapshot.signers().values().stream().map(SignerView::of).toList(),
        snapshot.transcripts().stream().map(SnapshotFile::view).toList());
  }

  /**
   * The snapshot in the file, of which nothing is checked but its form.
   *
   * @throws IllegalArgumentException if it is not what a snapshot looks like, saying why
   */
  public Snapshot toSnapshot() {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException("\"format\" should be " + FORMAT);
    }
    Map<NodeId, Signer> keys = new HashMap<>();
    for (SignerView signer : signers) {
      if (keys.put(signer.node(), signer.toSigner()) != null) {
        throw new IllegalArgumentException("signer %s is listed twice".formatted(signer.node()));
      }
    }
    List<Transcript> transcripts = new ArrayList<>();
    for (MemberView member : members) {
      transcripts.add(transcript(member, keys));
    }
    return new Snapshot(group, transcripts);
  }

  private Transcript transcript(MemberView member, Map<NodeId, Signer> keys) {
    List<Signer> some = new ArrayList<>();
    for (NodeId node : member.endorsedBy) {
      Signer signer = keys.get(node);
      if (signer == null) {
        throw new IllegalArgumentException("the keys of %s are missing".formatted(node));
      }
      some.add(signer);
    }
    return new Transcript(
        new Endorsement(group, member.node, member.expiryMillis), some, member.signature);
  }

  private static MemberView view(Transcript transcript) {
    return new MemberView(
        transcript.endorsement().attestee(),
        transcript.endorsement().expiryMillis(),
        transcript.signers().stream().map(signer -> signer.identity().nodeId()).toList(),
        transcript.signature());
  }
}
