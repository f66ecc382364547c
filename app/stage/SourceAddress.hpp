// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/SetUp.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Addresses of cameras: checked, built from what a person fills in, and taken apart again. Pure.
namespace vitrina::stage {

/// The address as Source::address keeps it, from the same or from the shorter form of the command line
/// without its prefix ("9000" for SRT, "1935/KEY" for RTMP, "ff8800" for a colour). Empty when it is none of
/// that kind: nothing in it may end an option, a line or a shell word further down.
std::string checkedAddress(SourceKind kind, std::string_view given);

/// What a dialog asks for.
struct CameraForm {
    SourceKind kind = SourceKind::None;
    bool listens = false; ///< Srt, Rtmp: the camera comes to us, at `port`, with `key`
    int port = 0;
    std::string key;  ///< secret. Srt: passphrase, 10 to 79 characters; Rtmp: last part of the path
    std::string text; ///< all else: URL, path, colour, device, screen, "class\ntitle"

    bool operator==(const CameraForm&) const = default;
};

enum class FormFault {
    None,
    KindMissing,
    PortWrong,
    PortInUse, ///< by another camera of the set-up
    KeyTooShort,
    KeyTooLong,
    KeyCharacters, ///< letters, digits, '-', '_', '.' and '~' only
    AddressMissing,
    AddressWrong,
};

CameraForm formOf(const Source& source);
/// What is wrong with it, the first thing in the order in which it is filled in. `self`: the camera being
/// edited, if any.
FormFault faultOf(const CameraForm& form, const SetUp& setUp, const SourceId& self);
/// For Source::address; empty when the form has a fault.
std::string addressOf(const CameraForm& form);
/// What a phone's app is given to send to us: with the key, for a person and for a code. `host`: this machine
/// as the phone sees it, an IPv6 one without brackets. Empty for what doesn't listen.
std::string phoneAddress(const CameraForm& form, const std::string& host);
/// The same with dots in place of the key, for a screen that others see.
std::string maskedPhoneAddress(const CameraForm& form, const std::string& host);
/// The port the source listens on; 0 when it doesn't.
int listeningPort(const Source& source);
/// The first of `free` that no camera of the set-up listens on; 0 when all are taken.
int proposedPort(const SetUp& setUp, SourceKind kind, const std::vector<int>& free);

} // namespace vitrina::stage
