/** Tests of asking others for transcripts, in simulated groups and against members that lie. */
@NullMarked
package org.lagroups.core.transcript.exchange;

import org.jspecify.annotations.NullMarked;
