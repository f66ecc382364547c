<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="lv" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message>
        <source>Not taken: the show had already moved on. Look at what is next and press again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken: that was a second press right after the first. Press again if you meant it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is next: the rundown is at its end. Choose the next item with F9 or F10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That item is no longer in the rundown. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That scene is not in the set-up. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That camera or microphone is not in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now: go live first, or the show has already ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That destination is not in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That item is on air now, so it can&apos;t be next. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The set-up has no scene to show this item with. Add a scene first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there. It may have been moved or renamed; open it from its new place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file can&apos;t be read. Check that you may open it and that its disk is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Vitrina show. Nothing was changed; open a file that ends in .vitrina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This show was saved by a newer Vitrina. Nothing was changed; update Vitrina to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The show file is damaged. Nothing was changed; open a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file or folder can&apos;t be written to. Choose another place or change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. The show goes on, but nothing more is saved; make room now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of the file breaks its own rules. Nothing was changed; correct it and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture engine did not start. Without it nothing can go on air; start Vitrina again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera&apos;s address can&apos;t be understood. Correct it in the set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is taken by another program. Close that program or choose another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera stopped sending. It comes back by itself as soon as it sends again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The destination refused the stream. Check its address and key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the destination was lost. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The show server does not answer. The show goes on; stock and chat return with the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studio and show server are of different versions. Update both to the same one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The show server did not accept this studio. Pair it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The show server did not start, so there is no page. The show goes on; start Vitrina again when you can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The show server did not answer in time, so the change was not made. Ask again if it still fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That product is not sold in this show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of pieces is not possible. Enter a number from 1 to 99.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sold out. Nothing was ordered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pieces are in checkouts just now. Some may come back in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price has changed since it was shown. Look at the new price and confirm it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selling is stopped. Nothing was ordered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same order number came with another content. It was refused; order again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That would go below what is sold and reserved. Enter a smaller correction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests at once. Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is empty, too long or not readable. Change it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not understood, so nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too large to be accepted. Send less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The show server is busy and did nothing. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is neither an e-mail address nor a telephone number. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not found. It may have been removed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Vitrina. The show goes on; the log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: check address and key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder can&apos;t be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>“%1” lost for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrying · on program now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrying · not on program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried again by itself · for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal can&apos;t be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The show server has a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture engine has a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show server does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For %1 · the show goes on, stock is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewers do not hear it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next item is sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock correction on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell again: on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop selling: on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StockWords</name>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left in stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stock not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 LOW</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n in stock, low</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in stock</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>0 · %1 held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All in checkouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all in checkouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOLD OUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold %1 · Held %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strips</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The show has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rundown is at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OVER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the first item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The show has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go live, then take item 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TAKEN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TAKEN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standby</source>
        <comment>item in reserve</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ChatPanel</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet so far. Messages appear as viewers write.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ErrorDialog</name>
    <message>
        <source>Details: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::Fader</name>
    <message>
        <source>Volume of %1, %2 dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::LivePill</name>
    <message>
        <source>Live since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REHEARSAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STANDBY</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::MainWindow</name>
    <message>
        <source>Stop selling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End show (twice)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The viewers&apos; page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rundown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take next with a cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next one up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next one down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview to program with the transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview to program at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product card on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute or unmute the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To what needs you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::MixerPanel</name>
    <message>
        <source>Mixer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::MixerRow</name>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sound on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no signal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::Monitor</name>
    <message>
        <source>No preview on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PREVIEW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROGRAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next item&apos;s scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the next scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REHEARSAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product card, on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product card, off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program: %1, on air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program: %1, not on air</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::MultiviewPanel</name>
    <message>
        <source>Multiview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” to preview (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene %1, on air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene %1, in preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::NeedsPanel</name>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::PageDialog</name>
    <message>
        <source>The viewers&apos; page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewers watch, chat and buy at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::QrCode</name>
    <message>
        <source>QR code of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ResumeDialog</name>
    <message>
        <source>Resume the show?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vitrina did not close in order during “%1” (item %2, %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vitrina did not close in order during “%1” (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On air was: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resuming goes on at the same item and scene, live, with the same page, stock and orders. A new run starts from the beginning; the old one stays in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resuming goes on in standby where you were. A new run starts from the beginning; the old one stays in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume at the same item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::RundownDelegate</name>
    <message>
        <source>SOLD OUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 · %1 held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::RundownPanel</name>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sc.</source>
        <comment>scene, short</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <comment>in stock</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rundown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the item on air in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the item on air, on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the item on air, off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click or Enter: make it next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ShowBar</name>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GMV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (Alt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End show…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The viewers&apos; page: address and QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start publishing (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End show, press twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the show: press twice (Ctrl+Shift+E, twice)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End now, %1 s left, Escape keeps going</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second press ends the show; Esc keeps going</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted orders at the charged price, VAT included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time now %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::SourceTile</name>
    <message>
        <source>no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LOST %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::StatusLine</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: no answer for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas %1×%2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lagged %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk %1 GB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::SummaryDialog</name>
    <message>
        <source>The show has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On air</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewers, peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GMV, VAT included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems during the show: %1. The report names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recording folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrina::ui::TakeColumn</name>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TAKE NEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <comment>kind of transition</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How Auto and a take change over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the transition takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview to program with the transition (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview to program at once (X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the next item (F12); with a cut (Shift+F12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take next: nothing is next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
