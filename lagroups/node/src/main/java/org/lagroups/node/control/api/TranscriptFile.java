package org.lagroups.node.control.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * A membership transcript as a file that people can read. Keys and signatures are in hexadecimal.
 *
 * @param format always {@link #FORMAT}
 * @param member who is endorsed
 * @param expiryMillis until when, milliseconds since 1970-01-01 UTC
 * @param signers who endorses it
 * @param signature the sum of their signatures, 96 bytes
 */
public record TranscriptFile(
    String format,
    GroupId group,
    NodeId member,
    long expiryMillis,
    List<SignerView> signers,
    Bytes signature) {

  /** What kind of file it is, and of which version. */
  public static final String FORMAT = "lagroups-transcript-1";

  /** Copies {@code signers}; refuses what a file may lack. */
  public TranscriptFile {
    requireNonNull(format, "\"format\" is missing");
    requireNonNull(group, "\"group\" is missing");
    requireNonNull(member, "\"member\" is missing");
    requireNonNull(signature, "\"signature\" is missing");
    requireNonNull(signers, "\"signers\" are missing");
    signers.forEach(signer -> requireNonNull(signer, "one of \"signers\" is null"));
    signers = List.copyOf(signers);
  }

  /**
   * One who endorses the member.
   *
   * @param node its ID, which certifies both keys
   * @param ed25519 its Ed25519 key, 32 bytes
   * @param bls its BLS key, 48 bytes
   * @param possession the proof that it knows the secret of its BLS key, 96 bytes
   */
  public record SignerView(NodeId node, Bytes ed25519, Bytes bls, Bytes possession) {

    /** Refuses what a file may lack. */
    public SignerView {
      requireNonNull(node, "a signer's \"node\" is missing");
      requireNonNull(ed25519, "a signer's \"ed25519\" is missing");
      requireNonNull(bls, "a signer's \"bls\" is missing");
      requireNonNull(possession, "a signer's \"possession\" is missing");
    }

    static SignerView of(Signer signer) {
      PublicIdentity identity = signer.identity();
      return new SignerView(
          identity.nodeId(), identity.ed25519(), identity.bls(), signer.possession());
    }

    Signer toSigner() {
      PublicIdentity identity = new PublicIdentity(ed25519, bls);
      if (!identity.nodeId().equals(node)) {
        throw new IllegalArgumentException("these are not the keys of node " + node);
      }
      return new Signer(identity, possession);
    }
  }

  /** The file of a transcript. */
  public static TranscriptFile of(Transcript transcript) {
    Endorsement endorsement = transcript.endorsement();
    return new TranscriptFile(
        FORMAT,
        endorsement.group(),
        endorsement.attestee(),
        endorsement.expiryMillis(),
        transcript.signers().stream().map(SignerView::of).toList(),
        transcript.signature());
  }

  /**
   * The transcript in the file, of which nothing is checked but its form.
   *
   * @throws IllegalArgumentException if it is not what a transcript looks like, saying why
   */
  public Transcript toTranscript() {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException("\"format\" should be " + FORMAT);
    }
    return new Transcript(
        new Endorsement(group, member, expiryMillis),
        signers.stream().map(SignerView::toSigner).toList(),
        signature);
  }
}
