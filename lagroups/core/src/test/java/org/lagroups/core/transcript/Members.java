package org.lagroups.core.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

/** A group whose members sign for tests: always the same ones. */
final class Members {

  static final Bls BLS = NativeBls.load().orElseGet(JavaBls::new);
  static final GroupId GROUP = new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH)));
  static final long NOW = 1_800_000_000_000L;

  private static final List<Identity> IDENTITIES =
      IntStream.range(0, 12).mapToObj(i -> Identity.generate(new Random(i))).toList();

  private Members() {}

  static Identity member(int number) {
    return IDENTITIES.get(number);
  }

  /** That member 0 is one, for another 40 seconds. */
  static Endorsement endorsement() {
    return new Endorsement(GROUP, member(0).nodeId(), NOW + 40_000);
  }

  static Signer signer(int number) {
    return new Signer(
        member(number).publicIdentity(), BLS.provePossession(member(number).blsSecret()).encoded());
  }

  static Bytes share(Endorsement endorsement, int number) {
    return BLS.sign(member(number).blsSecret(), endorsement.message()).encoded();
  }

  /** The shares of members. */
  static SequencedMap<Signer, Bytes> shares(Endorsement endorsement, int... numbers) {
    SequencedMap<Signer, Bytes> shares = new LinkedHashMap<>();
    for (int number : numbers) {
      shares.put(signer(number), share(endorsement, number));
    }
    return shares;
  }

  static ProvenKey key(KeyRing ring, int number) {
    return ring.prove(signer(number)).orElseThrow();
  }

  /** Signed by members without any further check. */
  static Transcript transcript(Endorsement endorsement, int... numbers) {
    List<Signer> signers = new ArrayList<>();
    List<BlsSignature> signatures = new ArrayList<>();
    for (int number : numbers) {
      signers.add(signer(number));
      signatures.add(BLS.sign(member(number).blsSecret(), endorsement.message()));
    }
    return new Transcript(
        endorsement, signers, signatures.stream().reduce(BLS::add).orElseThrow().encoded());
  }
}
