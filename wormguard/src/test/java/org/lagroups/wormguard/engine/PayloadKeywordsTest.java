package org.lagroups.wormguard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.wormguard.testing.PacketBytes;

/** Each keyword about the payload, on one small packet. */
final class PayloadKeywordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      textBlock =
          """
          content:"abc";                                         @ xxabcxx     @ true
          content:"abc";                                         @ xxaBcxx     @ false
          content:"abc"; nocase;                                 @ xxaBcxx     @ true
          content:"a|5b|"; nocase;                               @ xxA[xx      @ true
          content:"a|5b|"; nocase;                               @ xxA{xx      @ false
          content:"abc"; offset:2;                               @ xxabcxx     @ true
          content:"abc"; offset:3;                               @ xxabcxx     @ false
          content:"abc"; depth:5;                                @ xxabcxx     @ true
          content:"abc"; depth:4;                                @ xxabcxx     @ false
          content:"abc"; offset:1; depth:4;                      @ xxabcxx     @ true
          content:"abc"; offset:1; depth:3;                      @ xxabcxx     @ false
          content:"abc"; startswith;                             @ abcxx       @ true
          content:"abc"; startswith;                             @ xabcx       @ false
          content:"abc"; endswith;                               @ abcxabc     @ true
          content:"abc"; endswith;                               @ abcabcx     @ false
          content:"abc"; offset:1; endswith;                     @ abc         @ false
          content:!"abc";                                        @ xxabxx      @ true
          content:!"abc";                                        @ xxabcxx     @ false
          content:!"abc"; depth:3;                               @ xxabcxx     @ true
          content:!"abc"; offset:90;                             @ abc         @ true
          content:"ab"; content:"cd"; distance:0;                @ abcd        @ true
          content:"ab"; content:"cd"; distance:0;                @ cdab        @ false
          content:"ab"; content:"cd";                            @ cdab        @ true
          content:"ab"; content:"cd"; distance:1;                @ abcd        @ false
          content:"ab"; content:"cd"; distance:-4;               @ cdab        @ true
          content:"ab"; content:"cd"; distance:-3;               @ cdab        @ false
          content:"ab"; content:"cd"; within:3;                  @ abxcd       @ true
          content:"ab"; content:"cd"; within:2;                  @ abxcd       @ false
          content:"ab"; content:"cd"; distance:1; within:2;      @ abxcd       @ true
          content:"ab"; content:"cd"; distance:1; within:2;      @ abxxcd      @ false
          content:"ab"; content:"c"; distance:0; within:1;       @ abxabc      @ true
          content:"a"; content:"b"; within:1; content:"c"; within:1; @ abxabxabc @ true
          content:"a"; content:"b"; within:2; content:"c"; distance:1; within:1; @ axbabxc @ true
          content:"ab"; content:!"c"; within:1;                  @ abcabx      @ true
          content:"ab"; content:!"c"; within:1;                  @ abcabc      @ false
          content:"ab"; content:"x"; fast_pattern:only; content:"c"; within:1; @ xabc @ true
          pcre:"/a[0-9]+z/";                                     @ xxa12z      @ true
          pcre:"/a[0-9]+z/";                                     @ xxA12z      @ false
          pcre:"/a[0-9]+z/i";                                    @ xxA12z      @ true
          pcre:!"/a[0-9]+z/";                                    @ xxa12       @ true
          content:"ab"; pcre:"/^c/R";                            @ xabc        @ true
          content:"ab"; pcre:"/^c/R";                            @ abxc        @ false
          content:"ab"; pcre:"/^c/R";                            @ abxabc      @ true
          content:"c"; pcre:"/ab/R";                             @ abc         @ false
          pcre:"/a./"; content:"c"; within:1;                    @ axxaxc      @ true
          content:"a"; pcre:!"/b/R";                             @ bxa         @ true
          isdataat:4;                                            @ abcde       @ true
          isdataat:4;                                            @ abcd        @ false
          isdataat:!4;                                           @ abcd        @ true
          content:"ab"; isdataat:2,relative;                     @ xabcd       @ true
          content:"ab"; isdataat:3,relative;                     @ xabcd       @ false
          content:"ab"; isdataat:!3,relative;                    @ xabcd       @ true
          content:"ab"; isdataat:!1,relative;                    @ abab        @ true
          """)
  void holdsWhereItShould(String options, String payload, boolean holds) {
    check(options, PacketBytes.text(payload), holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      textBlock =
          """
          byte_test:2,=,258,0;                                       @ 0102     @ true
          byte_test:2,=,513,0;                                       @ 0102     @ false
          byte_test:2,=,513,0,little;                                @ 0102     @ true
          byte_test:1,>,1,1;                                         @ 0102     @ true
          byte_test:1,!>,1,1;                                        @ 0102     @ false
          byte_test:1,<,200,0;                                       @ c8       @ false
          byte_test:1,<=,200,0;                                      @ c8       @ true
          byte_test:1,&,8,0;                                         @ c8       @ true
          byte_test:1,&,7,0;                                         @ c8       @ false
          byte_test:1,^,200,0;                                       @ c8       @ false
          byte_test:1,!=,201,0;                                      @ c8       @ true
          byte_test:2,!=,1,0;                                        @ c8       @ false
          byte_test:8,>,1,0;                                         @ ffffffffffffffff @ true
          byte_test:1,=,12,0,bitmask 0xf0;                           @ c8       @ true
          byte_test:3,=,123,0,string,dec;                            @ 313233   @ true
          byte_test:4,=,26,0,string,hex;                             @ 30783161 @ true
          byte_test:2,=,8,0,string,oct;                              @ 3130     @ true
          byte_test:3,=,0,0,string,dec;                              @ 616263   @ false
          byte_test:3,=,12,0,string,dec;                             @ 203132   @ true
          content:"a"; byte_test:1,=,3,1,relative;                   @ 610203   @ true
          content:"a"; byte_test:1,=,3,0,relative;                   @ 61026103 @ true
          content:"a"; byte_test:1,=,0x61,-1,relative;               @ 0061     @ true
          byte_jump:1,0; content:"b"; within:1;                      @ 02616162 @ true
          byte_jump:1,0; content:"b"; within:1;                      @ 01616162 @ false
          byte_jump:1,0,multiplier 2; content:"b"; within:1;         @ 01616162 @ true
          byte_jump:1,0,align; isdataat:!1,relative;                 @ 0161616161 @ true
          byte_jump:1,0,from_beginning; content:"b"; within:1;       @ 03616162 @ true
          byte_jump:1,0,from_end,post_offset -2; content:"b"; within:1; @ 01616162 @ true
          byte_jump:1,0,post_offset -9; content:"|02|"; within:1;    @ 02616162 @ true
          byte_jump:1,0;                                             @ 03616162 @ true
          byte_jump:1,0;                                             @ 04616162 @ false
          byte_jump:0,1; content:"b"; within:1;                      @ 0062     @ true
          byte_extract:1,0,n; content:"b"; offset:n;                 @ 02616162 @ true
          byte_extract:1,0,n; content:"b"; offset:n;                 @ 04616162 @ false
          byte_extract:1,0,n; content:"b"; depth:n;                  @ 04616162 @ true
          byte_extract:1,0,n; content:"b"; depth:n;                  @ 03616162 @ false
          byte_extract:1,0,n,multiplier 3; byte_test:1,=,n,1;        @ 0206     @ true
          byte_extract:1,0,n,align 4; byte_test:1,=,n,1;             @ 0508     @ true
          byte_extract:1,0,n; content:"b"; distance:n; within:1;     @ 02616162 @ true
          byte_extract:1,0,n; isdataat:n;                            @ 026161   @ true
          byte_extract:1,0,n; isdataat:n;                            @ 036161   @ false
          content:"a"; byte_extract:1,0,n,relative; content:"b"; offset:n; depth:1; @ 610961030062 @ false
          content:"a"; byte_extract:1,0,n,relative; content:"b"; offset:n; depth:1; @ 610961056162 @ true
          byte_math:bytes 1, offset 0, oper +, rvalue 3, result r; byte_test:1,=,r,1; @ 0205 @ true
          byte_math:bytes 1, offset 0, oper -, rvalue 1, result r; byte_test:1,=,r,1; @ 0201 @ true
          byte_math:bytes 1, offset 0, oper *, rvalue 3, result r; byte_test:1,=,r,1; @ 0206 @ true
          byte_math:bytes 1, offset 0, oper /, rvalue 2, result r; byte_test:1,=,r,1; @ 0703 @ true
          byte_math:bytes 1, offset 0, oper <<, rvalue 2, result r; byte_test:1,=,r,1; @ 0104 @ true
          byte_math:bytes 1, offset 0, oper >>, rvalue 2, result r; byte_test:1,=,r,1; @ 0401 @ true
          byte_extract:1,0,n; byte_math:bytes 1, offset 1, oper /, rvalue n, result r; @ 0004 @ false
          """)
  void readsNumbersWhereItShould(String options, String payload, boolean holds) {
    check(options, PacketBytes.hex(payload.strip()), holds);
  }

  private static void check(String options, byte[] payload, boolean holds) {
    try (Guarding guarding =
        Guarding.with("alert udp any any -> any any (" + options + " sid:7;)")) {
      assertThat(guarding.udp(payload)).as(options).isEqualTo(holds ? List.of(7L) : List.of());
    }
  }
}
