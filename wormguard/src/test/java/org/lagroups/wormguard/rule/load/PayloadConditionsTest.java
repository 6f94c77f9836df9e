package org.lagroups.wormguard.rule.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.rule.load.Rules.accepted;
import static org.lagroups.wormguard.rule.load.Rules.refused;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.pattern.BytePattern;
import org.lagroups.wormguard.rule.pattern.syntax.PatternFlags;
import org.lagroups.wormguard.rule.payload.ByteExtract;
import org.lagroups.wormguard.rule.payload.ByteJump;
import org.lagroups.wormguard.rule.payload.ByteMath;
import org.lagroups.wormguard.rule.payload.ByteTest;
import org.lagroups.wormguard.rule.payload.ByteTest.Comparison;
import org.lagroups.wormguard.rule.payload.Condition;
import org.lagroups.wormguard.rule.payload.Content;
import org.lagroups.wormguard.rule.payload.Content.FastPattern;
import org.lagroups.wormguard.rule.payload.IsDataAt;
import org.lagroups.wormguard.rule.payload.NumberField;
import org.lagroups.wormguard.rule.payload.NumberField.Encoding;
import org.lagroups.wormguard.rule.payload.Operand;
import org.lagroups.wormguard.rule.payload.Operand.Constant;
import org.lagroups.wormguard.rule.payload.Operand.Slot;
import org.lagroups.wormguard.rule.payload.PatternFound;
import org.lagroups.wormguard.rule.payload.Place;
import org.lagroups.wormguard.rule.text.Mistake;

final class PayloadConditionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          GET  @ 474554
          |00 01|a|fF|  @ 000161ff
          a\\;b\\"c\\\\d\\:  @ 613b6222635c643a
          |0d0A|  @ 0d0a
          """)
  void readsBytes(String text, String hex) {
    assertThat(only("content:\"" + text + "\";"))
        .isInstanceOfSatisfying(
            Content.class, content -> assertThat(content.bytes()).isEqualTo(Bytes.fromHex(hex)));
  }

  @Test
  void readsBytesThatAreNoText() {
    assertThat(only("content:\"\u00e9\";"))
        .isInstanceOfSatisfying(
            Content.class, content -> assertThat(content.bytes()).isEqualTo(Bytes.fromHex("e9")));
  }

  @Test
  void readsWhatIsSaidAboutAContent() {
    assertThat(only("content:!\"abc\"; nocase; offset:3; depth:9; endswith; rawbytes;"))
        .isEqualTo(
            new Content(bytes("abc"), true, true, fromStart(3, 9), true, FastPattern.UNSAID));
    assertThat(only("content:\"abc\"; distance:-4; within:7; fast_pattern;"))
        .isEqualTo(
            new Content(
                bytes("abc"),
                false,
                false,
                new Place.FromCursor(new Constant(-4), Optional.of(new Constant(7))),
                false,
                FastPattern.PREFERRED));
    assertThat(only("content:\"abc\"; startswith;"))
        .isEqualTo(
            new Content(bytes("abc"), false, false, fromStart(0, 3), false, FastPattern.UNSAID));
    assertThat(only("content:\"abc\"; fast_pattern:only;"))
        .isEqualTo(
            new Content(bytes("abc"), false, false, Place.ANYWHERE, false, FastPattern.ONLY));
  }

  @Test
  void readsWhatIsSaidBehindACommaAsWell() {
    assertThat(only("content:\"abc\",nocase,offset 3, depth 9,fast_pattern;"))
        .isEqualTo(
            new Content(bytes("abc"), true, false, fromStart(3, 9), false, FastPattern.PREFERRED));
  }

  @Test
  void keepsTheOrderOfConditions() {
    Rule rule =
        accepted(
            "content:\"a\"; flow:established; byte_test:1,>,5,0,relative; content:\"b\";"
                + " dsize:>1; isdataat:!4,relative; within:9; distance:0;");
    assertThat(rule.payloadConditions())
        .containsExactly(
            new Content(bytes("a"), false, false, Place.ANYWHERE, false, FastPattern.UNSAID),
            new ByteTest(
                field(1, 0, true, Encoding.BIG_ENDIAN), false, Comparison.GREATER, new Constant(5)),
            new Content(
                bytes("b"),
                false,
                false,
                new Place.FromCursor(Operand.ZERO, Optional.of(new Constant(9))),
                false,
                FastPattern.UNSAID),
            new IsDataAt(new Constant(4), true, true));
    assertThat(rule.packetConditions()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <   | false | LESS
          <=  | false | AT_MOST
          =   | false | EQUAL
          !=  | true  | EQUAL
          !   | true  | EQUAL
          !>  | true  | GREATER
          >=  | false | AT_LEAST
          &   | false | ANY_BIT
          !&  | true  | ANY_BIT
          ^   | false | OTHER_BIT
          """)
  void readsComparisons(String operator, boolean isNegated, Comparison comparison) {
    assertThat(only("byte_test:2, " + operator + ", 0xFF, -3, relative, little;"))
        .isEqualTo(
            new ByteTest(
                field(2, -3, true, Encoding.LITTLE_ENDIAN),
                isNegated,
                comparison,
                new Constant(255)));
  }

  @Test
  void readsJumps() {
    assertThat(
            only(
                "byte_jump:4,8,little,relative,multiplier 2,align,from_beginning,"
                    + "post_offset -6,bitmask 0x7f;"))
        .isEqualTo(
            new ByteJump(
                new NumberField(
                    new Constant(4), new Constant(8), true, Encoding.LITTLE_ENDIAN, 0x7F),
                2,
                true,
                ByteJump.Base.START,
                -6));
    assertThat(only("byte_jump:10,0,string,dec,from_end;"))
        .isEqualTo(
            new ByteJump(field(10, 0, false, Encoding.DECIMAL), 1, false, ByteJump.Base.END, 0));
    assertThat(only("byte_jump:0,0,relative,post_offset -7;"))
        .isEqualTo(
            new ByteJump(
                field(0, 0, true, Encoding.BIG_ENDIAN), 1, false, ByteJump.Base.NUMBER, -7));
  }

  @Test
  void keepsNumbersForLater() {
    Rule rule =
        accepted(
            "byte_extract:1,0,length,string,hex,relative,align 4,multiplier 2;"
                + " byte_math:bytes 2, offset 1, oper <<, rvalue length, result twice,"
                + " endian little, relative;"
                + " content:\"a\"; distance:length; within:twice; byte_jump:length,twice;"
                + " isdataat:twice,relative; byte_test:1,=,length,0;");
    assertThat(rule.slots()).isEqualTo(2);
    assertThat(rule.payloadConditions())
        .containsExactly(
            new ByteExtract(field(1, 0, true, Encoding.HEXADECIMAL), 2, 4, 0),
            new ByteMath(
                field(2, 1, true, Encoding.LITTLE_ENDIAN),
                ByteMath.Operation.SHIFT_LEFT,
                new Slot(0),
                1),
            new Content(
                bytes("a"),
                false,
                false,
                new Place.FromCursor(new Slot(0), Optional.of(new Slot(1))),
                false,
                FastPattern.UNSAID),
            new ByteJump(
                new NumberField(new Slot(0), new Slot(1), false, Encoding.BIG_ENDIAN, 0),
                1,
                false,
                ByteJump.Base.NUMBER,
                0),
            new IsDataAt(new Slot(1), true, false),
            new ByteTest(
                field(1, 0, false, Encoding.BIG_ENDIAN), false, Comparison.EQUAL, new Slot(0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      textBlock =
          """
          content:"abc  @ content
          content:abc  @ content
          content:""  @ content
          content:"|0|"  @ content
          content:"|0g|"  @ content
          content:"|00"  @ content
          content:"a\\b"  @ content
          content:"abc" x  @ content
          content:"abc",sideways  @ content
          content:"abc",depth  @ depth
          nocase  @ nocase
          content:"abc"; nocase:1  @ nocase
          content:"abc"; depth:2  @ depth
          content:"abc"; within:2  @ within
          content:"abc"; offset:1; offset:2  @ offset
          content:"abc"; offset:1; distance:2  @ content
          content:"abc"; startswith; depth:3  @ startswith
          content:"abc"; fast_pattern:only; distance:1  @ fast_pattern
          content:"abc"; fast_pattern:some  @ fast_pattern
          content:"abc"; offset:65536  @ offset
          content:"abc"; distance:unknown  @ distance
          pcre:"abc"  @ pcre
          pcre:"/abc"  @ pcre
          pcre:"/a/U"  @ pcre
          pcre:"/(/"  @ pcre
          pcre:"/a/"i  @ pcre
          isdataat:1,backwards  @ isdataat
          byte_test:1,>,5  @ byte_test
          byte_test:1,>>,5,0  @ byte_test
          byte_test:9,>,5,0  @ byte_test
          byte_test:24,>,5,0,string,dec  @ byte_test
          byte_test:1,>,5,0,dec  @ byte_test
          byte_test:1,>,5,0,dce  @ byte_test
          byte_test:1,>,5,0,relative,relative  @ byte_test
          byte_test:1,>,18446744073709551616,0  @ byte_test
          byte_jump:4,0,from_end,from_beginning  @ byte_jump
          byte_jump:4,0,multiplier 0  @ byte_jump
          byte_extract:1,0,a; byte_extract:1,0,a  @ byte_extract
          byte_extract:1,0,a,align 3  @ byte_extract
          byte_extract:1,0,1a  @ byte_extract
          byte_math:bytes 1,offset 0,oper %,rvalue 1,result a  @ byte_math
          byte_math:bytes 1,offset 0,oper +,rvalue 1  @ byte_math
          """)
  void refusesByKeyword(String options, String keyword) {
    assertThat(refused(options + ";").keyword()).isEqualTo(keyword);
  }

  @Test
  void readsExpressions() throws Mistake {
    PatternFlags flags = PatternFlags.NONE.with('i', true).with('s', true);
    assertThat(only("pcre:!\"/a\\/b\\x22/siRB\";"))
        .isEqualTo(new PatternFound(BytePattern.compile("pcre", "a\\/b\\x22", flags), true, true));
    assertThat(only("pcre:\"/a;b/\";"))
        .isEqualTo(
            new PatternFound(BytePattern.compile("pcre", "a;b", PatternFlags.NONE), false, false));
  }

  @Test
  void boundsConditions() {
    String content = "content:\"a\";";
    assertThat(accepted(content.repeat(RuleDraft.MAX_PAYLOAD_CONDITIONS)).payloadConditions())
        .hasSize(RuleDraft.MAX_PAYLOAD_CONDITIONS);
    assertThat(refused(content.repeat(RuleDraft.MAX_PAYLOAD_CONDITIONS + 1)).keyword())
        .isEqualTo("content");
    assertThat(refused("dsize:1;".repeat(RuleDraft.MAX_PACKET_CONDITIONS + 1)).keyword())
        .isEqualTo("dsize");
  }

  private static Condition only(String options) {
    return accepted(options).payloadConditions().getFirst();
  }

  private static Bytes bytes(String text) {
    return Bytes.copyOf(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  private static Place fromStart(long offset, long depth) {
    return new Place.FromStart(new Constant(offset), Optional.of(new Constant(depth)));
  }

  private static NumberField field(long count, long offset, boolean isRelative, Encoding encoding) {
    return new NumberField(new Constant(count), new Constant(offset), isRelative, encoding, 0);
  }
}
