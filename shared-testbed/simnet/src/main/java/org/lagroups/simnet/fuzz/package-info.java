/**
 * The short runs of fuzz tests: what is nearly right reaches further into a decoder than bytes at
 * random do. Start with {@link org.lagroups.simnet.fuzz.ShortRun}, which damages sound samples a
 * little and gives them to a decoder, in every run of the tests. {@link
 * org.lagroups.simnet.fuzz.Records} finds what JSON is read into. The long runs are those of an
 * engine that looks at coverage, {@code ./lag bench fuzz}.
 *
 * <p>Everything random comes from {@link org.lagroups.simnet.seed.Seeds}, so a failure names the
 * command that replays it.
 */
@NullMarked
package org.lagroups.simnet.fuzz;

import org.jspecify.annotations.NullMarked;
