// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

/** One value of the Action Message Format. Section numbers in this package are those of the AMF0 specification. */
public sealed interface AmfValue
        permits AmfNumber,
                AmfBoolean,
                AmfString,
                AmfObject,
                AmfNull,
                AmfUndefined,
                AmfReference,
                AmfEcmaArray,
                AmfStrictArray,
                AmfDate,
                AmfUnsupported,
                AmfXml {}
