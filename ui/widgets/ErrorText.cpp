// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ErrorText.hpp"

#include <QCoreApplication>

#include <optional>

namespace vitrina::ui {
namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

  public:
    static std::optional<QString> ofCommands(ErrorCode code) {
        switch (code) {
        case ErrorCode::StaleCommand:
            return tr("Not taken: the show had already moved on. Look at what is next and press again.");
        case ErrorCode::TooSoon:
            return tr(
                "Not taken: that was a second press right after the first. Press again if you meant it.");
        case ErrorCode::NothingNext:
            return tr(
                "Nothing is next: the rundown is at its end. Choose a row and press Enter to make it next.");
        case ErrorCode::UnknownItem:
            return tr("That item is no longer in the rundown. Choose another one.");
        case ErrorCode::UnknownScene:
            return tr("That scene is not in the set-up. Choose another one.");
        case ErrorCode::UnknownSource:
            return tr("That camera or microphone is not in the set-up.");
        case ErrorCode::WrongPhase:
            return tr("Not now: go live first, or the show has already ended.");
        case ErrorCode::UnknownOutput:
            return tr("That destination is not in the set-up.");
        case ErrorCode::ItemOnAir:
            return tr("That item is on air now, so it can't be next. Choose another one.");
        case ErrorCode::UnknownSegment:
            return tr("That part of the rundown is no longer there. Choose another one.");
        case ErrorCode::SegmentAired:
            return tr(
                "Something in this part has been on air in this show, so the part stays. Its other rows "
                "can be removed.");
        case ErrorCode::BadDuration:
            return tr("That is not a time. Type seconds or minutes and seconds: 90, 90s, 1:30 or 1.30.");
        case ErrorCode::UnknownProduct:
            return tr("That product is not in this show. Choose another one.");
        case ErrorCode::NothingToUndo:
            return tr("There is no step of yours to take back or do again.");
        case ErrorCode::EditOutdated:
            return tr("That step can't be taken back any more: the row has changed since. It is left out.");
        case ErrorCode::SourceOnAir:
            return tr("That is on program now and can't be taken away. Show another scene first.");
        case ErrorCode::SceneOnAir:
            return tr("That scene is on program now, or the last one there is, so it stays.");
        case ErrorCode::BadLayout:
            return tr("That would leave nothing of the picture. It was left as it is.");
        case ErrorCode::PlaceOfLabel:
            return tr("The disclosure label stands there, and nothing may cover it. Choose another place.");
        case ErrorCode::CountedBefore:
            return tr("This item has had its countdown: one that starts again is not believed.");
        case ErrorCode::NoSceneForRole:
            return tr("The set-up has no scene to show this item with. Add a scene first.");
        default:
            return std::nullopt;
        }
    }
    static std::optional<QString> ofFiles(ErrorCode code) {
        switch (code) {
        case ErrorCode::FileMissing:
            return tr(
                "The file is not there. It may have been moved or renamed; open it from its new place.");
        case ErrorCode::FileUnreadable:
            return tr("The file can't be read. Check that you may open it and that its disk is connected.");
        case ErrorCode::FileNotOurs:
            return tr("This is not a Vitrina show. Nothing was changed; open a file that ends in .vitrina.");
        case ErrorCode::FileTooNew:
            return tr(
                "This show was saved by a newer Vitrina. Nothing was changed; update Vitrina to open it.");
        case ErrorCode::FileDamaged:
            return tr("The show file is damaged. Nothing was changed; open a copy of it.");
        case ErrorCode::FileUnwritable:
            return tr(
                "The file or folder can't be written to. Choose another place or change its permissions.");
        case ErrorCode::DiskFull:
            return tr("The disk is full. The show goes on, but nothing more is saved; make room now.");
        case ErrorCode::BadFormat:
            return tr("The content of the file breaks its own rules. Nothing was changed; correct it and "
                      "open it again.");
        default:
            return std::nullopt;
        }
    }
    static std::optional<QString> ofEngine(ErrorCode code) {
        switch (code) {
        case ErrorCode::EngineUnavailable:
            return tr(
                "The picture engine did not start. Without it nothing can go on air; start Vitrina again.");
        case ErrorCode::CameraAddressInvalid:
            return tr("The camera's address can't be understood. Correct it in the set-up.");
        case ErrorCode::PortInUse:
            return tr("The port is taken by another program. Close that program or choose another port.");
        case ErrorCode::CameraLost:
            return tr("The camera stopped sending. It comes back by itself as soon as it sends again.");
        case ErrorCode::OutputRefused:
            return tr("The destination refused the stream. Check its address and key.");
        case ErrorCode::OutputLost:
            return tr("The connection to the destination was lost. It is tried again by itself.");
        case ErrorCode::MissingGlyphs:
            return tr(
                "They are left out of the picture. Write it another way, or install a font that has them.");
        case ErrorCode::LowBattery:
            return tr("The computer will switch itself off when it is empty. Plug in the charger now.");
        default:
            return std::nullopt;
        }
    }
    static std::optional<QString> ofLink(ErrorCode code) {
        switch (code) {
        case ErrorCode::LinkDown:
            return tr("The show server does not answer. The show goes on; stock and chat return with the "
                      "connection.");
        case ErrorCode::VersionMismatch:
            return tr("Studio and show server are of different versions. Update both to the same one.");
        case ErrorCode::NotAuthorised:
            return tr("The show server did not accept this studio. Pair it again.");
        case ErrorCode::ServerStartFailed:
            return tr("The show server did not start, so there is no page. The show goes on; start Vitrina "
                      "again when you can.");
        case ErrorCode::RequestExpired:
            return tr("The show server did not answer in time, so the change was not made. Ask again if it "
                      "still fits.");
        default:
            return std::nullopt;
        }
    }
    static std::optional<QString> ofOutside(ErrorCode code) {
        switch (code) {
        case ErrorCode::ShopUnreachable:
            return tr(
                "The shop behind the show server does not answer. Orders are kept and handed on as soon "
                "as it does; its stock may have changed meanwhile.");
        case ErrorCode::ShopRefused:
            return tr(
                "The shop behind the show server did not take it. Look at it there, or cancel the order.");
        case ErrorCode::MailUnreachable:
            return tr("The mail server does not answer. Check its address and port; orders are taken all the "
                      "same.");
        case ErrorCode::MailRefused:
            return tr(
                "The mail server took nothing. Check user, password and sender; orders are taken all the "
                "same.");
        case ErrorCode::BadSignature:
            return tr("A message came in the shop's name that the shop did not sign. It was left out; check "
                      "that the secret is the one the shop shows.");
        case ErrorCode::ShowMoved:
            return tr("This server has an older copy of the show, which was moved elsewhere. Connect to the "
                      "server it was moved to.");
        default:
            return std::nullopt;
        }
    }
    static std::optional<QString> ofSales(ErrorCode code) {
        switch (code) {
        case ErrorCode::UnknownSku:
            return tr("That product is not sold in this show.");
        case ErrorCode::BadQuantity:
            return tr("The number of pieces is not possible. Enter a number from 1 to 99.");
        case ErrorCode::SoldOut:
            return tr("It is sold out. Nothing was ordered.");
        case ErrorCode::AllInCheckouts:
            return tr("All pieces are in checkouts just now. Some may come back in a few minutes.");
        case ErrorCode::PriceChanged:
            return tr("The price has changed since it was shown. Look at the new price and confirm it.");
        case ErrorCode::SalesClosed:
            return tr("Selling is stopped. Nothing was ordered.");
        case ErrorCode::SkuStopped:
            return tr("It is not on sale just now. Nothing was ordered.");
        case ErrorCode::KeyReused:
            return tr("The same order number came with another content. It was refused; order again.");
        case ErrorCode::BelowSold:
            return tr("That would go below what is sold and reserved. Enter a smaller correction.");
        default:
            return ofOffersAndOrders(code);
        }
    }
    static std::optional<QString> ofOffersAndOrders(ErrorCode code) {
        switch (code) {
        case ErrorCode::OfferNotLower:
            return tr("An offer's price must be below the list price. Enter a lower one.");
        case ErrorCode::UnknownOffer:
            return tr("The offer is not running. It may have ended by itself.");
        case ErrorCode::OfferOver:
            return tr("The offer has ended and does not start again. Make a new one.");
        case ErrorCode::LimitReached:
            return tr("One buyer's limit under this offer is reached.");
        case ErrorCode::PriorUnknown:
            return tr("The price ledger does not bear this \"was\" out, so it is left off.");
        case ErrorCode::CheckoutClosed:
            return tr(
                "The checkout is closed until the seller's details are complete. Fill in what is missing.");
        case ErrorCode::ReservationOver:
            return tr("The reservation is over. The buyer can check out again.");
        case ErrorCode::BadDelivery:
            return tr("This way of delivery or payment is not offered there.");
        case ErrorCode::WrongWord:
            return tr("No running coupon has this word.");
        case ErrorCode::OrderFixed:
            return tr("The order is past that point, so nothing was changed.");
        case ErrorCode::OnHold:
            return tr("Too many of this buyer's reservations ran out. Wait before trying again.");
        default:
            return std::nullopt;
        }
    }
    static std::optional<QString> ofRequests(ErrorCode code) {
        switch (code) {
        case ErrorCode::ChatHidden:
            return tr("The chat is hidden, so the message was not taken. Show the chat again first.");
        case ErrorCode::RateLimited:
            return tr("Too many requests at once. Wait a moment and try again.");
        case ErrorCode::BadText:
            return tr("The text is empty, too long or not readable. Change it and try again.");
        case ErrorCode::CardNumber:
            return tr("It holds what looks like a payment card's number. Such numbers are never kept here; "
                      "take it out and try again.");
        case ErrorCode::BadRequest:
            return tr("The request was not understood, so nothing was done.");
        case ErrorCode::TooLarge:
            return tr("That is too large to be accepted. Send less.");
        case ErrorCode::Busy:
            return tr("The show server is busy and did nothing. Try again.");
        case ErrorCode::BadContact:
            return tr("That is neither an e-mail address nor a telephone number. Correct it.");
        case ErrorCode::NotFound:
            return tr("It was not found. It may have been removed meanwhile.");
        case ErrorCode::Internal:
            return tr("Something went wrong inside Vitrina. The show goes on; the log says more.");
        default:
            return std::nullopt;
        }
    }
    static QString words(ErrorCode code) {
        switch (code) {
        case ErrorCode::OutputRefused:
            return tr("refused: check address and key");
        case ErrorCode::OutputLost:
            return tr("connection lost");
        case ErrorCode::CameraLost:
            return tr("no signal");
        case ErrorCode::CameraAddressInvalid:
            return tr("address not understood");
        case ErrorCode::PortInUse:
            return tr("port is taken");
        case ErrorCode::FileMissing:
            return tr("file is not there");
        case ErrorCode::FileUnreadable:
            return tr("file can't be read");
        case ErrorCode::FileUnwritable:
            return tr("folder can't be written to");
        case ErrorCode::DiskFull:
            return tr("disk is full");
        case ErrorCode::BadFormat:
            return tr("format not understood");
        case ErrorCode::FileDamaged:
            return tr("file is damaged");
        case ErrorCode::TooLarge:
            return tr("file is too large");
        case ErrorCode::NotAuthorised:
            return tr("key or password refused");
        case ErrorCode::Busy:
            return tr("used by another program");
        case ErrorCode::EngineUnavailable:
            return tr("engine did not start");
        case ErrorCode::None:
            return {};
        default:
            return tr("does not work");
        }
    }
};

} // namespace

QString errorSentence(ErrorCode code) {
    for (const auto& of :
         {&ErrorText::ofCommands, &ErrorText::ofFiles, &ErrorText::ofEngine, &ErrorText::ofLink,
          &ErrorText::ofOutside, &ErrorText::ofSales, &ErrorText::ofRequests})
        if (const std::optional<QString> sentence = of(code))
            return *sentence;
    return {};
}

QString errorWords(ErrorCode code) {
    return ErrorText::words(code);
}

} // namespace vitrina::ui
