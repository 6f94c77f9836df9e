package org.lagroups.scenarios.bench;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.BlsPublicKey;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.core.wire.TranscriptCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.scenarios.bench.report.Benchmark;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.bench.report.Median;

/**
 * What a membership transcript costs to check as it arrives, its signers' keys being known: beside
 * as many Ed25519 signatures, and as many BLS signatures that are not added up. In one thread; each
 * figure is the median of rounds in which all ways take turns, after a warm-up.
 */
final class CryptoBenchmark implements Benchmark {

  private static final int[] SIZES = {5, 10, 20, 50};
  private static final int ROUNDS = 41;
  private static final int WARM_UP_ROUNDS = 15;
  private static final long NOW_MILLIS = 1_800_000_000_000L;

  /** Of 20 signers, at most so many times one BLS check. */
  private static final double BOUND_IN_CHECKS = 1.3;

  private static final int BOUNDED_SIZE = 20;

  @Override
  public List<Measurement> run(Consumer<String> progress) {
    Bls bls =
        NativeBls.load()
            .orElseThrow(
                () -> new IllegalStateException("the native BLS library cannot be loaded here"));
    progress.accept("making the keys of 50 signers; arithmetic by " + bls.name());
    Random random = new Random(1);
    List<Identity> signers =
        IntStream.range(0, 50).mapToObj(i -> Identity.generate(random)).toList();
    Identity member = Identity.generate(random);
    Endorsement endorsement =
        new Endorsement(GroupId.random(random), member.nodeId(), NOW_MILLIS + 40_000);
    List<Measurement> measured = new ArrayList<>();
    for (int size : SIZES) {
      progress.accept("k = " + size);
      measured.addAll(new Comparison(bls, endorsement, signers.subList(0, size)).measure());
    }
    return measured;
  }

  /** The ways to check that some signers endorse a member. */
  private static final class Comparison {

    private final Bls bls;
    private final Endorsement endorsement;
    private final List<Identity> signers;
    private final List<BlsPublicKey> keys;
    private final List<Bytes> shares;
    private final List<Signature> ed25519;
    private final Transcript transcript;
    private final TranscriptVerifier verifier;

    Comparison(Bls bls, Endorsement endorsement, List<Identity> signers) {
      this.bls = bls;
      this.endorsement = endorsement;
      this.signers = signers;
      Bytes message = endorsement.message();
      this.keys = signers.stream().map(one -> bls.publicKey(one.blsSecret())).toList();
      List<BlsSignature> signatures =
          signers.stream().map(one -> bls.sign(one.blsSecret(), message)).toList();
      this.shares = signatures.stream().map(BlsSignature::encoded).toList();
      this.ed25519 = signers.stream().map(one -> one.sign(Endorsement.DOMAIN, message)).toList();
      this.transcript =
          new Transcript(
              endorsement,
              signers.stream().map(this::signer).toList(),
              signatures.stream().reduce(bls::add).orElseThrow().encoded());
      this.verifier = new TranscriptVerifier(new KeyRing(bls));
    }

    List<Measurement> measure() {
      Map<String, BooleanSupplier> ways = new LinkedHashMap<>();
      ways.put("transcript", this::checkTranscript);
      ways.put("Ed25519", this::checkEd25519);
      ways.put("BLS one by one", this::checkOneByOne);
      ways.put("one BLS check", () -> isSigned(0));
      Map<String, Double> micros = medians(ways);
      int k = signers.size();
      double ours = requireNonNull(micros.remove("transcript"));
      double one = requireNonNull(micros.get("one BLS check"));
      return List.of(
          new Measurement(
              "check a transcript, k = " + k,
              "us",
              ours,
              micros,
              k == BOUNDED_SIZE
                  ? OptionalDouble.of(BOUND_IN_CHECKS * one)
                  : OptionalDouble.empty()),
          new Measurement(
              "bytes of signature, k = " + k,
              "B",
              transcript.signature().length(),
              Map.of("Ed25519", (double) Signature.LENGTH * k),
              OptionalDouble.empty()),
          Measurement.alone(
              "whole transcript with keys and proofs, k = " + k,
              "B",
              TranscriptCodec.encode(transcript).length()));
    }

    private boolean checkTranscript() {
      return verifier
          .verify(transcript, TranscriptPolicy.ofSigners(signers.size()), NOW_MILLIS)
          .isValid();
    }

    private boolean checkEd25519() {
      Bytes message = endorsement.message();
      return IntStream.range(0, signers.size())
          .allMatch(i ->
              signers.get(i).publicIdentity().verify(Endorsement.DOMAIN, message, ed25519.get(i)));
    }

    private boolean checkOneByOne() {
      return IntStream.range(0, signers.size()).allMatch(this::isSigned);
    }

    /** Of a share as it arrives: it is decoded, and found to be a point of the subgroup. */
    private boolean isSigned(int signer) {
      return bls.decodeSignature(shares.get(signer))
          .filter(share -> bls.verify(keys.get(signer), endorsement.message(), share))
          .isPresent();
    }

    private Signer signer(Identity identity) {
      return new Signer(
          identity.publicIdentity(), bls.provePossession(identity.blsSecret()).encoded());
    }
  }

  private static Map<String, Double> medians(Map<String, BooleanSupplier> ways) {
    Map<String, double[]> rounds = new LinkedHashMap<>();
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      for (Map.Entry<String, BooleanSupplier> way : ways.entrySet()) {
        long start = System.nanoTime();
        boolean good = way.getValue().getAsBoolean();
        double micros = (System.nanoTime() - start) / 1e3;
        if (!good) {
          throw new IllegalStateException(way.getKey() + " finds a good signature bad");
        }
        if (round >= 0) {
          rounds.computeIfAbsent(way.getKey(), key -> new double[ROUNDS])[round] = micros;
        }
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    rounds.forEach((way, micros) -> medians.put(way, Median.of(micros)));
    return medians;
  }
}
