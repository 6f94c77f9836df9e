/** Tests of regular expressions: by hand, against those of the JDK, and with bad ones. */
@NullMarked
package org.lagroups.wormguard.rule.pattern;

import org.jspecify.annotations.NullMarked;
