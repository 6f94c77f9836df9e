package org.lagroups.scenarios.bench.guard.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.lagroups.machine.Bytes;

/**
 * Rules that were made up from a seed. Of each ten, seven are about HTTP, and one each about SMTP
 * or SSH, SMB, and DNS or SIP; three ask for a literal only, four for two contents, two for a
 * literal at a place, and one for a literal with a regular expression behind it. The first of each
 * 500 looks for what every request has. Literals are {@value #SHORTEST} to {@value #LONGEST} bytes
 * long otherwise, text or binary as what they are about, and in upper and lower case as they stand.
 *
 * @param rules in the order in which they were made
 */
public record MadeRules(List<MadeRule> rules) {

  /** Rules that find some of the traffic's words: the first of each so many. */
  private static final int COMMON_EVERY = 500;

  private static final int SHORTEST = 6;
  private static final int LONGEST = 24;
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-";

  public MadeRules {
    rules = List.copyOf(rules);
  }

  /** Made up; the same for the same seed, and the beginning of any greater number of them. */
  public static MadeRules make(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Bytes> taken = new HashSet<>();
    List<MadeRule> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rules.add(rule(i, random, taken));
    }
    return new MadeRules(rules);
  }

  /** The first ones. */
  public MadeRules first(int count) {
    return new MadeRules(rules.subList(0, count));
  }

  public int size() {
    return rules.size();
  }

  /** As a file of rules. */
  public String text() {
    return rules.stream().map(MadeRule::text).collect(Collectors.joining("\n", "", "\n"));
  }

  /** What a prefilter looks for: each literal once. */
  public List<Bytes> literals() {
    Set<Bytes> literals = new LinkedHashSet<>();
    rules.forEach(rule -> literals.add(rule.literal()));
    return List.copyOf(literals);
  }

  private static MadeRule rule(int index, SplittableRandom random, Set<Bytes> taken) {
    boolean common = index % COMMON_EVERY == 0;
    RuleKind kind = common ? RuleKind.COMMON : kind(index);
    Service service = common ? Service.HTTP : service(index);
    boolean toServer = common || service == Service.DNS || random.nextInt(10) < 7;
    List<Bytes> words = CommonWords.all();
    Bytes literal =
        common ? words.get(index / COMMON_EVERY % words.size()) : literal(service, random, taken);
    Bytes rest = rest(kind, service, literal, random);
    int sid = index + 1;
    return new MadeRule(
        sid,
        service,
        toServer,
        kind,
        literal,
        rest,
        RuleText.of(sid, service, toServer, kind, literal, rest));
  }

  private static RuleKind kind(int index) {
    return switch (index % 10) {
      case 1, 3, 5 -> RuleKind.PLAIN;
      case 2, 8 -> RuleKind.PLACED;
      case 6 -> RuleKind.PATTERN;
      default -> RuleKind.CHAIN;
    };
  }

  private static Service service(int index) {
    boolean odd = index / 10 % 2 == 1;
    return switch (index % 10) {
      case 3 -> odd ? Service.SSH : Service.SMTP;
      case 4 -> Service.SMB;
      case 5 -> odd ? Service.SIP : Service.DNS;
      default -> Service.HTTP;
    };
  }

  private static Bytes rest(
      RuleKind kind, Service service, Bytes literal, SplittableRandom random) {
    return switch (kind) {
      case PLAIN, PLACED -> Bytes.EMPTY;
      // No longer than the literal, by which the rule is found.
      case CHAIN, COMMON -> bytes(service, Math.min(SHORTEST, literal.length()), random);
      case PATTERN ->
          Bytes.wrapOwned(
              "id=%d&k=%s"
                  .formatted(
                      random.nextInt(1_000, 100_000_000), "abcdef".substring(random.nextInt(5)))
                  .getBytes(StandardCharsets.US_ASCII));
    };
  }

  private static Bytes literal(Service service, SplittableRandom random, Set<Bytes> taken) {
    Bytes literal;
    do {
      literal = bytes(service, random.nextInt(SHORTEST, LONGEST + 1), random);
    } while (!taken.add(literal));
    return literal;
  }

  private static Bytes bytes(Service service, int length, SplittableRandom random) {
    byte[] bytes = new byte[length];
    boolean isBinary = service == Service.SMB || service == Service.DNS || service == Service.SSH;
    random.nextBytes(bytes);
    for (int i = 0; i < length && !isBinary; i++) {
      bytes[i] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
    return Bytes.wrapOwned(bytes);
  }
}
