package org.lagroups.simnet.arch;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What makes code a decoder: a call that gives a meaning to bytes or text, such as those of
 * protobuf, JSON, XML, TOML, ASN.1 and keystores, and reading numbers out of a buffer or a text; or
 * its own name, if it takes bytes or text.
 *
 * <p>Columns of the node's own database are no such thing, since SQLite checks them. What is kept
 * in one as bytes is decoded with one of these calls.
 */
final class RawReading {

  /** The owner of a method, a dot, and its name; and its parameters' types, where they matter. */
  private static final Pattern CALLS =
      Pattern.compile(
          "("
              + String.join(
                  "|",
                  List.of(
                      "java\\.lang\\.[A-Za-z]+\\.valueOf\\(java\\.lang\\.String\\)",
                      ".*\\.parse(Delimited)?From",
                      "tools\\.jackson\\..*\\.read(Value|Tree|Values)",
                      "org\\.lagroups\\.node\\.control\\.json\\.Json\\.read.*",
                      "org\\.lagroups\\.machine\\.Bytes\\.(at|fromHex)",
                      "org\\.lagroups\\.wormguard\\.packet\\.Octets\\.(u8|u16|u32|bits64).*",
                      "javax\\.xml\\.stream\\.XMLStreamReader\\.(next|getText)",
                      "java\\.nio\\.ByteBuffer\\.get(Short|Int|Long|Char|Float|Double)?",
                      "io\\.netty\\.buffer\\.ByteBuf\\.(get|read)(Unsigned|Bytes|Byte|Short|Medium|Int"
                          + "|Long|Char|Float|Double).*",
                      "java\\.io\\.Data(Input|InputStream)\\.read.*",
                      "java\\.io\\.[A-Za-z]*Reader\\.(read|readLine|lines)",
                      "java\\.lang\\.(Integer|Long|Short|Byte|Float|Double)\\.(parse.*|decode)",
                      "java\\.time\\..*\\.parse",
                      "java\\.util\\.HexFormat\\.(parseHex|fromHexDigits.*)",
                      "java\\.util\\.Base64\\$Decoder\\.decode",
                      "java\\.util\\.regex\\.Matcher\\.group",
                      "java\\.util\\.Properties\\.load.*",
                      "java\\.util\\.UUID\\.fromString",
                      "java\\.net\\.URLDecoder\\.decode",
                      "java\\.net\\.URI\\.(<init>|create)",
                      "java\\.net\\.InetAddress\\.(ofLiteral|getByAddress)",
                      "java\\.security\\.KeyStore\\.load",
                      "java\\.security\\.cert\\.CertificateFactory\\.generate.*",
                      "org\\.bouncycastle\\.asn1\\..*\\.getInstance",
                      "org\\.bouncycastle\\.crypto\\.params\\..*PublicKeyParameters\\.<init>",
                      "supranational\\.blst\\.P[12]_Affine\\.<init>"))
              + ")(\\(.*)?");

  private static final Pattern NAMES = Pattern.compile("(decode|parse)([A-Z].*)?");

  private static final Set<String> INPUTS =
      Set.of(
          "[B",
          "java.lang.String",
          "java.lang.CharSequence",
          "java.io.InputStream",
          "java.io.Reader",
          "java.nio.ByteBuffer",
          "io.netty.buffer.ByteBuf",
          "org.lagroups.machine.Bytes");

  /** Who hashes reads numbers out of the hash. */
  private static final String HASH = "java.security.MessageDigest.digest()";

  private static final String BUFFER = "java.nio.ByteBuffer.";

  private RawReading() {}

  /** Why a method or constructor is a decoder, if it is one. */
  static Optional<String> in(JavaCodeUnit code) {
    if (isNamedSo(code)) {
      return Optional.of("is called so, and takes bytes or text");
    }
    Set<String> called =
        code.getAccessesFromSelf().stream()
            .map(access -> access.getTarget().getFullName())
            .collect(Collectors.toSet());
    return called.stream()
        .filter(CALLS.asMatchPredicate())
        .filter(call -> !(call.startsWith(BUFFER) && called.contains(HASH)))
        .sorted()
        .findFirst()
        .map("calls "::concat);
  }

  private static boolean isNamedSo(JavaCodeUnit code) {
    return NAMES.matcher(code.getName()).matches()
        && code.getRawParameterTypes().stream().anyMatch(type -> INPUTS.contains(type.getName()));
  }
}
