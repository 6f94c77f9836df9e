/**
 * The rules of the architecture, for every module to check on itself.
 *
 * <pre>{@code
 * class ArchitectureTest {
 *   @TestFactory
 *   Stream<DynamicTest> keepsTheRules() {
 *     return ArchitectureRules.testsOf("org.lagroups.core");
 *   }
 * }
 * }</pre>
 *
 * <p>Start with {@link org.lagroups.simnet.arch.ArchitectureRules}. What decodes bytes or text, and
 * so needs a fuzz test, says {@code RawReading}: whatever calls something that gives them a
 * meaning. Each rule gives its reason in its message.
 */
@NullMarked
package org.lagroups.simnet.arch;

import org.jspecify.annotations.NullMarked;
