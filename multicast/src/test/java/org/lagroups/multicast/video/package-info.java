/** Tests with real video: what ffmpeg makes is streamed, and what arrives is read by ffprobe. */
@NullMarked
package org.lagroups.multicast.video;

import org.jspecify.annotations.NullMarked;
