<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="lv" sourcelanguage="en">
<context>
    <name>CameraWords</name>
    <message>
        <source>Webcam</source>
        <translation>Tīmekļa kamera</translation>
    </message>
    <message>
        <source>Phone or encoder (RTMP)</source>
        <translation>Tālrunis vai kodētājs (RTMP)</translation>
    </message>
    <message>
        <source>Phone or encoder (SRT)</source>
        <translation>Tālrunis vai kodētājs (SRT)</translation>
    </message>
    <message>
        <source>Network camera (RTSP)</source>
        <translation>Tīkla kamera (RTSP)</translation>
    </message>
    <message>
        <source>Network camera (HTTP, MJPEG)</source>
        <translation>Tīkla kamera (HTTP, MJPEG)</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Ekrāns</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Video file</source>
        <translation>Video fails</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Attēls</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Krāsa</translation>
    </message>
    <message>
        <source>Test camera</source>
        <translation>Testa kamera</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofons</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Titulkadrs</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Tālrunis</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 k/s</translation>
    </message>
    <message>
        <source>LOST %1</source>
        <translation>ZUDUSI %1</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>savieno</translation>
    </message>
    <message>
        <source>Choose a webcam. Plug one in and look again if the list is empty.</source>
        <translation>Izvēlies tīmekļa kameru. Ja saraksts ir tukšs, pievieno kameru un meklē vēlreiz.</translation>
    </message>
    <message>
        <source>Choose a screen.</source>
        <translation>Izvēlies ekrānu.</translation>
    </message>
    <message>
        <source>Choose a window. Open it and look again if it is not in the list.</source>
        <translation>Izvēlies logu. Ja sarakstā tā nav, atver to un meklē vēlreiz.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Izvēlies failu.</translation>
    </message>
    <message>
        <source>Type the camera&apos;s address.</source>
        <translation>Ieraksti kameras adresi.</translation>
    </message>
    <message>
        <source>That is no RTSP address. It begins with rtsp:// and names the camera, such as rtsp://192.168.1.9/stream1</source>
        <translation>Tā nav RTSP adrese. Tā sākas ar rtsp:// un nosauc kameru, piemēram, rtsp://192.168.1.9/stream1</translation>
    </message>
    <message>
        <source>That is no web address of a camera. It begins with http://, such as http://192.168.1.7:8080/video</source>
        <translation>Tā nav kameras tīmekļa adrese. Tā sākas ar http://, piemēram, http://192.168.1.7:8080/video</translation>
    </message>
    <message>
        <source>That is no SRT address. It begins with srt:// and ends with a port.</source>
        <translation>Tā nav SRT adrese. Tā sākas ar srt:// un beidzas ar portu.</translation>
    </message>
    <message>
        <source>A colour is a # and six digits or letters from A to F.</source>
        <translation>Krāsa ir # un seši cipari vai burti no A līdz F.</translation>
    </message>
    <message>
        <source>That address can&apos;t be used. Choose it again.</source>
        <translation>Šo adresi nevar lietot. Izvēlies vēlreiz.</translation>
    </message>
    <message>
        <source>Choose what kind of camera it is.</source>
        <translation>Izvēlies, kāda tā ir kamera.</translation>
    </message>
    <message>
        <source>The port must be a number from 1024 to 65535.</source>
        <translation>Portam jābūt skaitlim no 1024 līdz 65535.</translation>
    </message>
    <message>
        <source>Another camera already listens on that port. Take the next number.</source>
        <translation>Šo portu jau izmanto cita kamera. Ņem nākamo skaitli.</translation>
    </message>
    <message>
        <source>The key is too short: SRT wants at least 10 characters.</source>
        <translation>Atslēga ir par īsu: SRT vajag vismaz 10 rakstzīmju.</translation>
    </message>
    <message>
        <source>The key is too short: take at least 8 characters.</source>
        <translation>Atslēga ir par īsu: vajag vismaz 8 rakstzīmes.</translation>
    </message>
    <message>
        <source>The key is too long: at most 79 characters.</source>
        <translation>Atslēga ir par garu: ne vairāk kā 79 rakstzīmes.</translation>
    </message>
    <message>
        <source>The key may have letters without accents, digits, and - _ . ~ only.</source>
        <translation>Atslēgā drīkst būt tikai burti bez garumzīmēm un mīkstinājumiem, cipari un - _ . ~</translation>
    </message>
</context>
<context>
    <name>EditWords</name>
    <message>
        <source>add “%1”</source>
        <translation>pievienot “%1”</translation>
    </message>
    <message>
        <source>remove “%1”</source>
        <translation>izņemt “%1”</translation>
    </message>
    <message>
        <source>move “%1”</source>
        <translation>pārvietot “%1”</translation>
    </message>
    <message>
        <source>skip “%1”</source>
        <translation>izlaist “%1”</translation>
    </message>
    <message>
        <source>no longer skip “%1”</source>
        <translation>vairs neizlaist “%1”</translation>
    </message>
    <message>
        <source>put “%1” in reserve</source>
        <translation>likt “%1” rezervē</translation>
    </message>
    <message>
        <source>take “%1” out of reserve</source>
        <translation>ņemt “%1” no rezerves</translation>
    </message>
    <message>
        <source>change “%1”</source>
        <translation>mainīt “%1”</translation>
    </message>
    <message>
        <source>import “%1” and what came with it</source>
        <translation>importēt “%1” un pārējo</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Not taken: the show had already moved on. Look at what is next and press again.</source>
        <translation>Nav palaists: norise jau bija gājusi tālāk. Paskaties, kas ir nākamais, un spied vēlreiz.</translation>
    </message>
    <message>
        <source>Not taken: that was a second press right after the first. Press again if you meant it.</source>
        <translation>Nav palaists: tas bija otrs spiediens tūlīt pēc pirmā. Spied vēlreiz, ja tā bija domāts.</translation>
    </message>
    <message>
        <source>That item is no longer in the rundown. Choose another one.</source>
        <translation>Šī punkta norises plānā vairs nav. Izvēlies citu.</translation>
    </message>
    <message>
        <source>That scene is not in the set-up. Choose another one.</source>
        <translation>Šādas ainas iestatījumos nav. Izvēlies citu.</translation>
    </message>
    <message>
        <source>That camera or microphone is not in the set-up.</source>
        <translation>Šādas kameras vai mikrofona iestatījumos nav.</translation>
    </message>
    <message>
        <source>Not now: go live first, or the show has already ended.</source>
        <translation>Tagad nevar: vispirms sāc tiešraidi, vai arī tā jau ir beigusies.</translation>
    </message>
    <message>
        <source>That destination is not in the set-up.</source>
        <translation>Šāda galamērķa iestatījumos nav.</translation>
    </message>
    <message>
        <source>That item is on air now, so it can&apos;t be next. Choose another one.</source>
        <translation>Šis punkts tagad ir ēterā, tāpēc nevar būt nākamais. Izvēlies citu.</translation>
    </message>
    <message>
        <source>The set-up has no scene to show this item with. Add a scene first.</source>
        <translation>Iestatījumos nav ainas, ar ko šo punktu rādīt. Vispirms pievieno ainu.</translation>
    </message>
    <message>
        <source>The file is not there. It may have been moved or renamed; open it from its new place.</source>
        <translation>Faila tur nav. Varbūt tas ir pārvietots vai pārdēvēts; atver to no jaunās vietas.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read. Check that you may open it and that its disk is connected.</source>
        <translation>Failu nevar nolasīt. Pārbaudi, vai drīksti to atvērt un vai disks ir pievienots.</translation>
    </message>
    <message>
        <source>This is not a Vitrina show. Nothing was changed; open a file that ends in .vitrina.</source>
        <translation>Šis nav Vitrina raidījums. Nekas netika mainīts; atver failu, kas beidzas ar .vitrina.</translation>
    </message>
    <message>
        <source>This show was saved by a newer Vitrina. Nothing was changed; update Vitrina to open it.</source>
        <translation>Raidījums saglabāts ar jaunāku Vitrina versiju. Nekas netika mainīts; lai to atvērtu, atjaunini programmu.</translation>
    </message>
    <message>
        <source>The show file is damaged. Nothing was changed; open a copy of it.</source>
        <translation>Raidījuma fails ir bojāts. Nekas netika mainīts; atver tā kopiju.</translation>
    </message>
    <message>
        <source>The file or folder can&apos;t be written to. Choose another place or change its permissions.</source>
        <translation>Failā vai mapē nevar rakstīt. Izvēlies citu vietu vai maini tās tiesības.</translation>
    </message>
    <message>
        <source>The disk is full. The show goes on, but nothing more is saved; make room now.</source>
        <translation>Disks ir pilns. Raidījums turpinās, bet nekas vairs netiek saglabāts; atbrīvo vietu tagad.</translation>
    </message>
    <message>
        <source>The content of the file breaks its own rules. Nothing was changed; correct it and open it again.</source>
        <translation>Faila saturs neatbilst noteikumiem. Nekas netika mainīts; izlabo to un atver vēlreiz.</translation>
    </message>
    <message>
        <source>The picture engine did not start. Without it nothing can go on air; start Vitrina again.</source>
        <translation>Attēla dzinējs nesākās. Bez tā neko nevar laist ēterā; palaid Vitrina no jauna.</translation>
    </message>
    <message>
        <source>The camera&apos;s address can&apos;t be understood. Correct it in the set-up.</source>
        <translation>Kameras adresi nevar saprast. Izlabo to iestatījumos.</translation>
    </message>
    <message>
        <source>The port is taken by another program. Close that program or choose another port.</source>
        <translation>Portu aizņēmusi cita programma. Aizver to vai izvēlies citu portu.</translation>
    </message>
    <message>
        <source>The camera stopped sending. It comes back by itself as soon as it sends again.</source>
        <translation>Kamera pārstāja sūtīt. Tā atgriezīsies pati, tiklīdz atkal sūtīs.</translation>
    </message>
    <message>
        <source>The destination refused the stream. Check its address and key.</source>
        <translation>Galamērķis straumi nepieņēma. Pārbaudi tā adresi un atslēgu.</translation>
    </message>
    <message>
        <source>The connection to the destination was lost. It is tried again by itself.</source>
        <translation>Savienojums ar galamērķi pazuda. Tas pats tiek mēģināts no jauna.</translation>
    </message>
    <message>
        <source>The show server does not answer. The show goes on; stock and chat return with the connection.</source>
        <translation>Raidījuma serveris neatbild. Raidījums turpinās; krājumi un tērzēšana atgriezīsies līdz ar savienojumu.</translation>
    </message>
    <message>
        <source>Studio and show server are of different versions. Update both to the same one.</source>
        <translation>Studijai un raidījuma serverim ir dažādas versijas. Atjaunini abus uz vienu.</translation>
    </message>
    <message>
        <source>The show server did not accept this studio. Pair it again.</source>
        <translation>Raidījuma serveris šo studiju nepieņēma. Savieno tos no jauna.</translation>
    </message>
    <message>
        <source>The show server did not start, so there is no page. The show goes on; start Vitrina again when you can.</source>
        <translation>Raidījuma serveris nesākās, tāpēc lapas nav. Raidījums turpinās; palaid Vitrina no jauna, kad vari.</translation>
    </message>
    <message>
        <source>The show server did not answer in time, so the change was not made. Ask again if it still fits.</source>
        <translation>Raidījuma serveris laikus neatbildēja, tāpēc izmaiņa nav izdarīta. Prasi vēlreiz, ja tā vēl der.</translation>
    </message>
    <message>
        <source>That product is not sold in this show.</source>
        <translation>Šī prece šajā raidījumā netiek pārdota.</translation>
    </message>
    <message>
        <source>The number of pieces is not possible. Enter a number from 1 to 99.</source>
        <translation>Tāds gabalu skaits nav iespējams. Ievadi skaitli no 1 līdz 99.</translation>
    </message>
    <message>
        <source>It is sold out. Nothing was ordered.</source>
        <translation>Prece ir izpārdota. Nekas netika pasūtīts.</translation>
    </message>
    <message>
        <source>All pieces are in checkouts just now. Some may come back in a few minutes.</source>
        <translation>Visi gabali pašlaik ir pie kases. Pēc dažām minūtēm kāds var atbrīvoties.</translation>
    </message>
    <message>
        <source>The price has changed since it was shown. Look at the new price and confirm it.</source>
        <translation>Kopš parādīšanas cena ir mainījusies. Apskati jauno cenu un apstiprini to.</translation>
    </message>
    <message>
        <source>Selling is stopped. Nothing was ordered.</source>
        <translation>Pārdošana ir apturēta. Nekas netika pasūtīts.</translation>
    </message>
    <message>
        <source>The same order number came with another content. It was refused; order again.</source>
        <translation>Tas pats pasūtījuma numurs atnāca ar citu saturu. Tas noraidīts; pasūti vēlreiz.</translation>
    </message>
    <message>
        <source>That would go below what is sold and reserved. Enter a smaller correction.</source>
        <translation>Tā paliktu mazāk, nekā pārdots un rezervēts. Ievadi mazāku labojumu.</translation>
    </message>
    <message>
        <source>Too many requests at once. Wait a moment and try again.</source>
        <translation>Pārāk daudz pieprasījumu reizē. Brīdi uzgaidi un mēģini vēlreiz.</translation>
    </message>
    <message>
        <source>The text is empty, too long or not readable. Change it and try again.</source>
        <translation>Teksts ir tukšs, par garu vai nesalasāms. Maini to un mēģini vēlreiz.</translation>
    </message>
    <message>
        <source>The request was not understood, so nothing was done.</source>
        <translation>Pieprasījums nebija saprotams, tāpēc nekas nav izdarīts.</translation>
    </message>
    <message>
        <source>That is too large to be accepted. Send less.</source>
        <translation>Tas ir par lielu, lai pieņemtu. Sūti mazāk.</translation>
    </message>
    <message>
        <source>The show server is busy and did nothing. Try again.</source>
        <translation>Raidījuma serveris ir aizņemts un neko neizdarīja. Mēģini vēlreiz.</translation>
    </message>
    <message>
        <source>That is neither an e-mail address nor a telephone number. Correct it.</source>
        <translation>Tas nav ne e-pasts, ne tālruņa numurs. Izlabo to.</translation>
    </message>
    <message>
        <source>It was not found. It may have been removed meanwhile.</source>
        <translation>Tas nav atrasts. Varbūt pa to laiku ir noņemts.</translation>
    </message>
    <message>
        <source>Something went wrong inside Vitrina. The show goes on; the log says more.</source>
        <translation>Vitrina iekšienē kaut kas nogāja greizi. Raidījums turpinās; vairāk rakstīts žurnālā.</translation>
    </message>
    <message>
        <source>refused: check address and key</source>
        <translation>nepieņem: pārbaudi adresi un atslēgu</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>savienojums zudis</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>nav signāla</translation>
    </message>
    <message>
        <source>address not understood</source>
        <translation>adrese nav saprotama</translation>
    </message>
    <message>
        <source>port is taken</source>
        <translation>ports ir aizņemts</translation>
    </message>
    <message>
        <source>file is not there</source>
        <translation>faila nav</translation>
    </message>
    <message>
        <source>file can&apos;t be read</source>
        <translation>failu nevar nolasīt</translation>
    </message>
    <message>
        <source>folder can&apos;t be written to</source>
        <translation>mapē nevar rakstīt</translation>
    </message>
    <message>
        <source>disk is full</source>
        <translation>disks ir pilns</translation>
    </message>
    <message>
        <source>format not understood</source>
        <translation>formāts nav saprotams</translation>
    </message>
    <message>
        <source>engine did not start</source>
        <translation>dzinējs nesākās</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>nedarbojas</translation>
    </message>
    <message>
        <source>The computer will switch itself off when it is empty. Plug in the charger now.</source>
        <translation>Kad tas iztukšosies, dators izslēgsies pats. Pievienojiet lādētāju tūlīt.</translation>
    </message>
    <message>
        <source>That part of the rundown is no longer there. Choose another one.</source>
        <translation>Šīs norises plāna daļas vairs nav. Izvēlies citu.</translation>
    </message>
    <message>
        <source>Something in this part has been on air in this show, so the part stays. Its other rows can be removed.</source>
        <translation>Kaut kas no šīs daļas šajā raidījumā jau bija ēterā, tāpēc daļa paliek. Pārējos punktus var izņemt.</translation>
    </message>
    <message>
        <source>That is not a time. Type seconds or minutes and seconds: 90, 90s, 1:30 or 1.30.</source>
        <translation>Tas nav laiks. Raksti sekundes vai minūtes un sekundes: 90, 90s, 1:30 vai 1.30.</translation>
    </message>
    <message>
        <source>That product is not in this show. Choose another one.</source>
        <translation>Šādas preces šajā raidījumā nav. Izvēlies citu.</translation>
    </message>
    <message>
        <source>There is no step of yours to take back or do again.</source>
        <translation>Nav neviena tava soļa, ko atsaukt vai atkārtot.</translation>
    </message>
    <message>
        <source>That step can&apos;t be taken back any more: the row has changed since. It is left out.</source>
        <translation>Šo soli vairs nevar atsaukt: punkts kopš tā laika ir mainīts. Solis izlaists.</translation>
    </message>
    <message>
        <source>It is not on sale just now. Nothing was ordered.</source>
        <translation>Pašlaik tas netiek pārdots. Nekas netika pasūtīts.</translation>
    </message>
    <message>
        <source>The chat is hidden, so the message was not taken. Show the chat again first.</source>
        <translation>Tērzēšana ir paslēpta, tāpēc ziņa netika pieņemta. Vispirms atkal parādi tērzēšanu.</translation>
    </message>
    <message>
        <source>That is on program now and can&apos;t be taken away. Show another scene first.</source>
        <translation>Tas šobrīd ir programmā, tāpēc to nevar noņemt. Vispirms parādi citu ainu.</translation>
    </message>
    <message>
        <source>That scene is on program now, or the last one there is, so it stays.</source>
        <translation>Šī aina šobrīd ir programmā vai ir pēdējā, tāpēc tā paliek.</translation>
    </message>
    <message>
        <source>That would leave nothing of the picture. It was left as it is.</source>
        <translation>No attēla nekas nepaliktu pāri. Viss atstāts, kā bija.</translation>
    </message>
    <message>
        <source>The disclosure label stands there, and nothing may cover it. Choose another place.</source>
        <translation>Tur stāv reklāmas norāde, un to nedrīkst aizsegt. Izvēlies citu vietu.</translation>
    </message>
    <message>
        <source>This item has had its countdown: one that starts again is not believed.</source>
        <translation>Šai precei laika atskaite jau bija: tādai, kas sākas no jauna, neviens netic.</translation>
    </message>
    <message>
        <source>They are left out of the picture. Write it another way, or install a font that has them.</source>
        <translation>Attēlā tās ir izlaistas. Raksti citādi vai uzstādi fontu, kurā tās ir.</translation>
    </message>
    <message>
        <source>Nothing is next: the rundown is at its end. Choose a row and press Enter to make it next.</source>
        <translation>Nekas nav nākamais: norises plāns ir galā. Izvēlies rindu un nospied Enter, lai tā būtu nākamā.</translation>
    </message>
    <message>
        <source>file is damaged</source>
        <translation>fails ir bojāts</translation>
    </message>
    <message>
        <source>file is too large</source>
        <translation>fails ir par lielu</translation>
    </message>
    <message>
        <source>key or password refused</source>
        <translation>atslēga vai parole nepieņemta</translation>
    </message>
    <message>
        <source>used by another program</source>
        <translation>to lieto cita programma</translation>
    </message>
    <message>
        <source>An offer&apos;s price must be below the list price. Enter a lower one.</source>
        <translation>Piedāvājuma cenai jābūt zem parastās cenas. Ieraksti zemāku.</translation>
    </message>
    <message>
        <source>The offer is not running. It may have ended by itself.</source>
        <translation>Piedāvājums nav spēkā. Tas, iespējams, ir beidzies pats.</translation>
    </message>
    <message>
        <source>The offer has ended and does not start again. Make a new one.</source>
        <translation>Piedāvājums ir beidzies un vairs nesākas. Izveido jaunu.</translation>
    </message>
    <message>
        <source>One buyer&apos;s limit under this offer is reached.</source>
        <translation>Šī piedāvājuma daudzums vienam pircējam ir sasniegts.</translation>
    </message>
    <message>
        <source>The price ledger does not bear this &quot;was&quot; out, so it is left off.</source>
        <translation>Cenu žurnāls šo iepriekšējo cenu neapstiprina, tāpēc tā netiek rādīta.</translation>
    </message>
    <message>
        <source>The checkout is closed until the seller&apos;s details are complete. Fill in what is missing.</source>
        <translation>Kase ir slēgta, līdz pārdevēja ziņas ir pilnīgas. Aizpildi trūkstošo.</translation>
    </message>
    <message>
        <source>The reservation is over. The buyer can check out again.</source>
        <translation>Rezervācija ir beigusies. Pircējs var sākt pirkumu no jauna.</translation>
    </message>
    <message>
        <source>This way of delivery or payment is not offered there.</source>
        <translation>Šāds piegādes vai apmaksas veids tur netiek piedāvāts.</translation>
    </message>
    <message>
        <source>No running coupon has this word.</source>
        <translation>Nevienam spēkā esošam kuponam nav šāda vārda.</translation>
    </message>
    <message>
        <source>The order is past that point, so nothing was changed.</source>
        <translation>Pasūtījums ir jau tālāk, tāpēc nekas nav mainīts.</translation>
    </message>
    <message>
        <source>Too many of this buyer&apos;s reservations ran out. Wait before trying again.</source>
        <translation>Pārāk daudz šī pircēja rezervāciju ir beigušās bez pasūtījuma. Nogaidi un mēģini vēlreiz.</translation>
    </message>
    <message>
        <source>The shop behind the show server does not answer. Orders are kept and handed on as soon as it does; its stock may have changed meanwhile.</source>
        <translation>Veikals aiz raidījuma servera neatbild. Pasūtījumi tiek glabāti un nodoti, tiklīdz tas atbildēs; tā atlikumi pa šo laiku var būt mainījušies.</translation>
    </message>
    <message>
        <source>The shop behind the show server did not take it. Look at it there, or cancel the order.</source>
        <translation>Veikals aiz raidījuma servera to nepieņēma. Apskati to tur vai atcel pasūtījumu.</translation>
    </message>
    <message>
        <source>The mail server does not answer. Check its address and port; orders are taken all the same.</source>
        <translation>E-pasta serveris neatbild. Pārbaudi tā adresi un portu; pasūtījumi tiek pieņemti tik un tā.</translation>
    </message>
    <message>
        <source>The mail server took nothing. Check user, password and sender; orders are taken all the same.</source>
        <translation>E-pasta serveris neko nepieņēma. Pārbaudi lietotāju, paroli un sūtītāju; pasūtījumi tiek pieņemti tik un tā.</translation>
    </message>
    <message>
        <source>A message came in the shop&apos;s name that the shop did not sign. It was left out; check that the secret is the one the shop shows.</source>
        <translation>Veikala vārdā pienāca ziņojums, ko veikals nav parakstījis. Tas netika ņemts vērā; pārbaudi, vai atslēga ir tā, ko rāda veikals.</translation>
    </message>
    <message>
        <source>This server has an older copy of the show, which was moved elsewhere. Connect to the server it was moved to.</source>
        <translation>Šim serverim ir vecāka raidījuma kopija; raidījums ir pārcelts citur. Savienojies ar serveri, uz kuru tas pārcelts.</translation>
    </message>
    <message>
        <source>It holds what looks like a payment card&apos;s number. Such numbers are never kept here; take it out and try again.</source>
        <translation>Tajā ir kas līdzīgs maksājumu kartes numuram. Tādus šeit nekad neglabā; izdzēs to un mēģini vēlreiz.</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>the seller&apos;s name</source>
        <translation>pārdevēja nosaukums</translation>
    </message>
    <message>
        <source>the register number</source>
        <translation>reģistrācijas numurs</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>adrese</translation>
    </message>
    <message>
        <source>phone and e-mail</source>
        <translation>tālrunis un e-pasts</translation>
    </message>
    <message>
        <source>the declaration that the goods are lawful</source>
        <translation>apliecinājums, ka preces ir likumīgas</translation>
    </message>
    <message>
        <source>a way of delivery</source>
        <translation>piegādes veids</translation>
    </message>
    <message>
        <source>a way to pay for each delivery</source>
        <translation>maksājuma veids katrai piegādei</translation>
    </message>
    <message>
        <source>the account for transfers</source>
        <translation>konts pārskaitījumiem</translation>
    </message>
    <message>
        <source>the terms of sale</source>
        <translation>pārdošanas noteikumi</translation>
    </message>
    <message>
        <source>how to withdraw and return</source>
        <translation>kā atteikties un atgriezt</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>“%1” lost for %2</source>
        <translation>“%1” zudusi %2</translation>
    </message>
    <message>
        <source>Retrying · on program now</source>
        <translation>Savieno no jauna · tagad ēterā</translation>
    </message>
    <message>
        <source>Retrying · not on program</source>
        <translation>Savieno no jauna · nav ēterā</translation>
    </message>
    <message>
        <source>“%1” does not work</source>
        <translation>“%1” nedarbojas</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>%1 nedarbojas</translation>
    </message>
    <message>
        <source>%1 is reconnecting</source>
        <translation>%1 savienojas no jauna</translation>
    </message>
    <message>
        <source>Tried again by itself · for %1</source>
        <translation>Mēģina pats · jau %1</translation>
    </message>
    <message>
        <source>The journal can&apos;t be written</source>
        <translation>Žurnālā nevar rakstīt</translation>
    </message>
    <message>
        <source>The show server has a problem</source>
        <translation>Raidījuma serverim ir kļūme</translation>
    </message>
    <message>
        <source>The picture engine has a problem</source>
        <translation>Attēla dzinējam ir kļūme</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Kļūme: %1</translation>
    </message>
    <message>
        <source>Show server does not answer</source>
        <translation>Raidījuma serveris neatbild</translation>
    </message>
    <message>
        <source>For %1 · the show goes on, stock is not known</source>
        <translation>Jau %1 · raidījums turpinās, krājums nav zināms</translation>
    </message>
    <message>
        <source>“%1” is muted</source>
        <translation>“%1” skaņa izslēgta</translation>
    </message>
    <message>
        <source>Viewers do not hear it</source>
        <translation>Skatītāji to nedzird</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ieslēgt</translation>
    </message>
    <message>
        <source>Next item is sold out</source>
        <translation>Nākamā prece ir izpārdota</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Izlaist</translation>
    </message>
    <message>
        <source>Stock correction on its way</source>
        <translation>Krājuma labojums nosūtīts</translation>
    </message>
    <message>
        <source>Sell again: on its way</source>
        <translation>Atsākt pārdošanu: nosūtīts</translation>
    </message>
    <message>
        <source>Stop selling: on its way</source>
        <translation>Apturēt pārdošanu: nosūtīts</translation>
    </message>
    <message>
        <source>Asked %1 ago</source>
        <translation>Prasīts pirms %1</translation>
    </message>
    <message>
        <source>The battery is low</source>
        <translation>Akumulators ir gandrīz tukšs</translation>
    </message>
    <message>
        <source>The edited rundown can&apos;t be saved</source>
        <translation>Mainīto norises plānu nevar saglabāt</translation>
    </message>
    <message>
        <source>Standby slate on, microphones off</source>
        <translation>Gaidīšanas kadrs, mikrofoni izslēgti</translation>
    </message>
    <message>
        <source>Viewers see “We&apos;ll be right back”</source>
        <translation>Skatītāji redz “Tūlīt atgriezīsimies”</translation>
    </message>
    <message>
        <source>All selling is stopped</source>
        <translation>Visa pārdošana ir apturēta</translation>
    </message>
    <message>
        <source>Nothing can be ordered</source>
        <translation>Neko nevar pasūtīt</translation>
    </message>
    <message>
        <source>The page&apos;s chat is hidden</source>
        <translation>Lapas tērzēšana ir paslēpta</translation>
    </message>
    <message>
        <source>Viewers can&apos;t read or write</source>
        <translation>Skatītāji nevar ne lasīt, ne rakstīt</translation>
    </message>
    <message>
        <source>“%1” is not on sale</source>
        <translation>“%1” netiek pārdots</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Apturēji tu</translation>
    </message>
    <message>
        <source>Sell it again</source>
        <translation>Atkal pārdot</translation>
    </message>
    <message>
        <source>Sell the product again: on its way</source>
        <translation>Atkal pārdot preci: ceļā</translation>
    </message>
    <message>
        <source>Stop selling the product: on its way</source>
        <translation>Nepārdot preci: ceļā</translation>
    </message>
    <message>
        <source>Show chat again: on its way</source>
        <translation>Atkal rādīt tērzēšanu: ceļā</translation>
    </message>
    <message>
        <source>Hide the chat: on its way</source>
        <translation>Paslēpt tērzēšanu: ceļā</translation>
    </message>
    <message>
        <source>The set-up can&apos;t be kept</source>
        <translation>Iestatījumus nevar saglabāt</translation>
    </message>
    <message>
        <source>No font has these characters: %1</source>
        <translation>Nevienā fontā nav šo rakstzīmju: %1</translation>
    </message>
    <message>
        <source>All microphones are muted</source>
        <translation>Visi mikrofoni ir izslēgti</translation>
    </message>
    <message>
        <source>Viewers hear nothing</source>
        <translation>Skatītāji neko nedzird</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Kā bija</translation>
    </message>
    <message>
        <source>“%1” stands in for “%2”</source>
        <translation>“%1” aizstāj “%2”</translation>
    </message>
    <message>
        <source>A camera of it is lost</source>
        <translation>Tās kamera ir pazudusi</translation>
    </message>
    <message>
        <source>All of its cameras are back</source>
        <translation>Visas tās kameras ir atpakaļ</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>Rādīt to atkal</translation>
    </message>
    <message>
        <source>Product on its way</source>
        <translation>Prece ceļā</translation>
    </message>
    <message>
        <source>Seller&apos;s details on their way</source>
        <translation>Pārdevēja ziņas ceļā</translation>
    </message>
    <message>
        <source>Start of the offer: on its way</source>
        <translation>Piedāvājuma sākums: ceļā</translation>
    </message>
    <message>
        <source>More time for the offer: on its way</source>
        <translation>Vairāk laika piedāvājumam: ceļā</translation>
    </message>
    <message>
        <source>Stop of the offer: on its way</source>
        <translation>Piedāvājuma beigas: ceļā</translation>
    </message>
    <message>
        <source>Change of an order: on its way</source>
        <translation>Pasūtījuma maiņa: ceļā</translation>
    </message>
    <message>
        <source>Cancelling of orders: on its way</source>
        <translation>Pasūtījumu atcelšana: ceļā</translation>
    </message>
    <message>
        <source>Erasing of a buyer&apos;s data: on its way</source>
        <translation>Pircēja datu dzēšana: ceļā</translation>
    </message>
    <message>
        <source>Checkout is closed</source>
        <translation>Pasūtīšana ir slēgta</translation>
    </message>
    <message>
        <source>Missing under “Seller and terms”: %1</source>
        <translation>Sadaļā „Pārdevējs un noteikumi” trūkst: %1</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Aizpildīt</translation>
    </message>
    <message>
        <source>Viewers can&apos;t open the page&apos;s address</source>
        <translation>Skatītāji nevar atvērt lapas adresi</translation>
    </message>
    <message>
        <source>Only this computer can open the page</source>
        <translation>Lapu var atvērt tikai šis dators</translation>
    </message>
    <message>
        <source>Let phones in or pair with a server: Show › The viewers&apos; page</source>
        <translation>Ielaid tālruņus vai savieno ar serveri: Raidījums › Skatītāju lapa</translation>
    </message>
    <message>
        <source>This network can open the page</source>
        <translation>Lapu var atvērt šajā tīklā</translation>
    </message>
    <message>
        <source>Nobody outside of it can</source>
        <translation>Ārpus tā – neviens</translation>
    </message>
    <message>
        <source>Everyone can open the page</source>
        <translation>Lapu var atvērt visi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Iestatījumi</translation>
    </message>
    <message>
        <source>Orders are not confirmed by mail</source>
        <translation>Pasūtījumi netiek apstiprināti pa e-pastu</translation>
    </message>
    <message>
        <source>Orders are not handed on to the shop</source>
        <translation>Pasūtījumi netiek nodoti veikalam</translation>
    </message>
    <message>
        <source>Browsers do not trust its certificate. Renew it on that server.</source>
        <translation>Pārlūki tā sertifikātam neuzticas. Atjauno to tajā serverī.</translation>
    </message>
    <message>
        <source>The price ledger does not know 30 days of its prices yet</source>
        <translation>Cenu žurnālā vēl nav šīs preces 30 dienu cenu</translation>
    </message>
    <message>
        <source>The price ledger knows %1 as the lowest of 30 days</source>
        <translation>Cenu žurnālā zemākā cena 30 dienās ir %1</translation>
    </message>
    <message>
        <source>“Was %1” is left off: %2</source>
        <translation>Iepriekšējo cenu %1 nerāda: %2</translation>
    </message>
    <message numerus="yes">
        <source>“Was” prices are left off: %1 and %n more</source>
        <translation>
            <numerusform>Iepriekšējās cenas nerāda: %1 un vēl %n precei</numerusform>
            <numerusform>Iepriekšējās cenas nerāda: %1 un vēl %n precēm</numerusform>
            <numerusform>Iepriekšējās cenas nerāda: %1 un vēl %n precēm</numerusform>
        </translation>
    </message>
    <message>
        <source>The price ledger can&apos;t be kept</source>
        <translation>Cenu žurnālu nevar saglabāt</translation>
    </message>
    <message>
        <source>The paired server can&apos;t be forgotten</source>
        <translation>Savienoto serveri nevar aizmirst</translation>
    </message>
    <message>
        <source>The show server has an older copy of this show</source>
        <translation>Raidījuma serverī ir vecāka šī raidījuma kopija</translation>
    </message>
    <message>
        <source>“%1” has not started: %2</source>
        <translation>„%1” nav sācies: %2</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>Sākt…</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>planned</source>
        <translation>plānots</translation>
    </message>
    <message>
        <source>start on its way</source>
        <translation>sākums ceļā</translation>
    </message>
    <message>
        <source>running</source>
        <translation>darbojas</translation>
    </message>
    <message>
        <source>stop on its way</source>
        <translation>apturēšana ceļā</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>apturēts</translation>
    </message>
    <message>
        <source>over</source>
        <translation>beidzies</translation>
    </message>
    <message>
        <source>Flash price</source>
        <translation>Zibenscena</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Komplekts</translation>
    </message>
    <message>
        <source>Coupon word</source>
        <translation>Kupona vārds</translation>
    </message>
    <message>
        <source>what is left is not known</source>
        <translation>atlikums nav zināms</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>atlicis %1</translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>līdz apturēšanai</translation>
    </message>
    <message>
        <source>%1 of %2 pieces left</source>
        <translation>palikuši %1 no %2 gab.</translation>
    </message>
    <message>
        <source>%1 taken</source>
        <translation>paņemti %1</translation>
    </message>
    <message>
        <source>below your floor of %1</source>
        <translation>zem tavas zemākās robežas %1</translation>
    </message>
    <message>
        <source>less than half the price</source>
        <translation>mazāk par pusi no cenas</translation>
    </message>
    <message>
        <source>No “was” on the page: the lowest price of 30 days is not known.</source>
        <translation>Lapā nebūs iepriekšējās cenas: zemākā cena 30 dienās nav zināma.</translation>
    </message>
    <message>
        <source>No “was” on the page: the lowest price of 30 days was %1.</source>
        <translation>Lapā nebūs iepriekšējās cenas: zemākā cena 30 dienās bija %1.</translation>
    </message>
    <message>
        <source>The page says: was %1, −%2 %.</source>
        <translation>Lapa rāda: bija %1, −%2 %.</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <comment>pieces under an offer</comment>
        <translation>
            <numerusform>%n palicis</numerusform>
            <numerusform>%n palikuši</numerusform>
            <numerusform>%n palikuši</numerusform>
        </translation>
    </message>
    <message>
        <source>its time is over</source>
        <translation>laiks beidzies</translation>
    </message>
    <message>
        <source>all pieces are taken</source>
        <translation>visi gabali paņemti</translation>
    </message>
    <message>
        <source>its item has left</source>
        <translation>punkts vairs nav ēterā</translation>
    </message>
    <message>
        <source>the show has ended</source>
        <translation>raidījums ir beidzies</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>to be looked at</source>
        <translation>jāpārbauda</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>saņemts</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>apmaksāts</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>iepakots</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>nosūtīts</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>izņemts</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>atcelts</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>atmaksāts</translation>
    </message>
    <message>
        <source>on delivery</source>
        <translation>saņemot piegādi</translation>
    </message>
    <message>
        <source>at collection</source>
        <translation>saņemot uz vietas</translation>
    </message>
    <message>
        <source>by transfer</source>
        <translation>ar pārskaitījumu</translation>
    </message>
    <message>
        <source>asks</source>
        <translation>jautā</translation>
    </message>
    <message>
        <source>wants to cancel</source>
        <translation>grib atcelt</translation>
    </message>
    <message>
        <source>wants to return it</source>
        <translation>grib atgriezt</translation>
    </message>
</context>
<context>
    <name>OutsideWords</name>
    <message>
        <source>A rehearsal uses none of this.</source>
        <translation>Mēģinājumā nekas no tā netiek lietots.</translation>
    </message>
    <message>
        <source>The show server does not answer, so it is not known how it does.</source>
        <translation>Raidījuma serveris neatbild, tāpēc nav zināms, kā tam sokas.</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>Plkst. %1: %2</translation>
    </message>
    <message>
        <source>Set. No mail has gone out yet.</source>
        <translation>Iestatīts. Neviena vēstule vēl nav nosūtīta.</translation>
    </message>
    <message>
        <source>Mails sent: %1, the last one at %2.</source>
        <translation>Nosūtītas vēstules: %1, pēdējā plkst. %2.</translation>
    </message>
    <message>
        <source>Waiting for the shop&apos;s first message.</source>
        <translation>Gaida pirmo veikala ziņojumu.</translation>
    </message>
    <message>
        <source>Messages taken: %1, the last one at %2.</source>
        <translation>Pieņemti ziņojumi: %1, pēdējais plkst. %2.</translation>
    </message>
    <message>
        <source>Connected. No order was handed on yet.</source>
        <translation>Savienots. Neviens pasūtījums vēl nav nodots.</translation>
    </message>
    <message>
        <source>Orders handed on: %1, the last one at %2.</source>
        <translation>Nodoti pasūtījumi: %1, pēdējais plkst. %2.</translation>
    </message>
    <message>
        <source>Not set: buyers get no mail. They find their order on the page.</source>
        <translation>Nav iestatīts: pircēji vēstules nesaņem. Savu pasūtījumu viņi atrod lapā.</translation>
    </message>
    <message>
        <source>Not set: no messages of a shop are taken.</source>
        <translation>Nav iestatīts: veikala ziņojumi netiek pieņemti.</translation>
    </message>
    <message>
        <source>Not set: orders stay here.</source>
        <translation>Nav iestatīts: pasūtījumi paliek šeit.</translation>
    </message>
</context>
<context>
    <name>Panic</name>
    <message>
        <source>Back on air</source>
        <translation>Atpakaļ ēterā</translation>
    </message>
    <message>
        <source>Slate, microphones off</source>
        <translation>Kadrs, bez mikrofoniem</translation>
    </message>
    <message>
        <source>Takes the standby slate off; sound comes back as it was set</source>
        <translation>Noņem gaidīšanas kadru; skaņa atgriežas, kā bija iestatīta</translation>
    </message>
    <message>
        <source>Covers the picture with the standby slate and mutes every microphone</source>
        <translation>Aizsedz attēlu ar gaidīšanas kadru un izslēdz visus mikrofonus</translation>
    </message>
    <message>
        <source>Sell the product again</source>
        <translation>Atkal pārdot preci</translation>
    </message>
    <message>
        <source>Stop selling the product</source>
        <translation>Nepārdot preci</translation>
    </message>
    <message>
        <source>No product is on air</source>
        <translation>Ēterā nav preces</translation>
    </message>
    <message>
        <source>“%1” can be ordered again</source>
        <translation>“%1” atkal varēs pasūtīt</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be ordered until you sell it again</source>
        <translation>“%1” nevarēs pasūtīt, līdz atkal to pārdosi</translation>
    </message>
    <message>
        <source>Stop all selling</source>
        <translation>Apturēt pārdošanu</translation>
    </message>
    <message>
        <source>Sell again</source>
        <translation>Atsākt pārdošanu</translation>
    </message>
    <message>
        <source>Nothing can be ordered until you sell again</source>
        <translation>Neko nevarēs pasūtīt, līdz atsāksi pārdošanu</translation>
    </message>
    <message>
        <source>Opens selling again</source>
        <translation>Atsāk pārdošanu</translation>
    </message>
    <message>
        <source>Hide the page&apos;s chat</source>
        <translation>Paslēpt tērzēšanu</translation>
    </message>
    <message>
        <source>Show chat again</source>
        <translation>Rādīt tērzēšanu</translation>
    </message>
    <message>
        <source>Viewers see no messages and can&apos;t write any</source>
        <translation>Skatītāji neredz ziņas un nevar tās rakstīt</translation>
    </message>
    <message>
        <source>Viewers can read and write again</source>
        <translation>Skatītāji atkal var lasīt un rakstīt</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>No card to show: the item on air sells nothing. Take an item with a product first.</source>
        <translation>Kartītes nav: punkts ēterā neko nepārdod. Vispirms laid ēterā punktu ar preci.</translation>
    </message>
    <message>
        <source>The show is already live.</source>
        <translation>Tiešraide jau notiek.</translation>
    </message>
    <message>
        <source>The show has ended, so nothing more goes on air. Start a new run to go on.</source>
        <translation>Raidījums ir beidzies, tāpēc ēterā vairs nekas neiet. Lai turpinātu, sāc no jauna.</translation>
    </message>
    <message>
        <source>That row is on air: it can&apos;t be removed, moved or skipped. Its title and time can change.</source>
        <translation>Šis punkts ir ēterā: to nevar izņemt, pārvietot vai izlaist. Nosaukumu un laiku mainīt var.</translation>
    </message>
    <message>
        <source>That step can&apos;t be taken back: its row is on air now. It is left out.</source>
        <translation>Šo soli nevar atsaukt: tā punkts tagad ir ēterā. Solis izlaists.</translation>
    </message>
    <message>
        <source>Not yet: nothing goes on air before the show is live. Go live first.</source>
        <translation>Vēl ne: pirms tiešraides ēterā nekas neiet. Vispirms sāc tiešraidi.</translation>
    </message>
    <message>
        <source>This offer runs already, so it can&apos;t be started again.</source>
        <translation>Šis piedāvājums jau darbojas, tāpēc to nevar sākt vēlreiz.</translation>
    </message>
    <message>
        <source>This offer runs: stop it first, then remove it.</source>
        <translation>Šis piedāvājums darbojas: vispirms apturi, tad noņem.</translation>
    </message>
</context>
<context>
    <name>RundownDesk</name>
    <message>
        <source>It is not text that can be read. Save it in the spreadsheet as CSV (UTF-8) and import that.</source>
        <translation>Tas nav nolasāms teksts. Saglabā tabulu kā CSV (UTF-8) un importē to.</translation>
    </message>
    <message>
        <source>The quotation mark opened in line %1 is never closed. Correct it and import it again.</source>
        <translation>%1. rindā atvērtās pēdiņas nav aizvērtas. Izlabo un importē vēlreiz.</translation>
    </message>
    <message>
        <source>The table is too large: at most 16 MiB, 100,000 lines and 100 columns can be read.</source>
        <translation>Tabula ir par lielu: var nolasīt ne vairāk kā 16 MiB, 100 000 rindu un 100 aiļu.</translation>
    </message>
    <message>
        <source>There is nothing in the table.</source>
        <translation>Tabula ir tukša.</translation>
    </message>
</context>
<context>
    <name>RundownPanel</name>
    <message>
        <source>Sc.</source>
        <comment>scene, short</comment>
        <translation>Aina</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>time of day a row is planned for</comment>
        <translation>Sākums</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plāns</translation>
    </message>
    <message>
        <source>On air</source>
        <comment>time of day a row came on air or is expected</comment>
        <translation>Ēterā</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Ilga</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>in stock</comment>
        <translation>Atlikums</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Aina</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Cena</translation>
    </message>
    <message>
        <source>Planned start</source>
        <translation>Plānotais sākums</translation>
    </message>
    <message>
        <source>Planned length</source>
        <translation>Plānotais ilgums</translation>
    </message>
    <message>
        <source>On air at, or expected</source>
        <translation>Ēterā no (vai gaidāms)</translation>
    </message>
    <message>
        <source>Length on air</source>
        <translation>Ilgums ēterā</translation>
    </message>
    <message>
        <source>Over or under</source>
        <translation>Vairāk vai mazāk</translation>
    </message>
    <message>
        <source>Left in stock</source>
        <translation>Atlicis noliktavā</translation>
    </message>
</context>
<context>
    <name>RundownWords</name>
    <message>
        <source>Product</source>
        <translation>Prece</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Saruna</translation>
    </message>
    <message>
        <source>Video clip</source>
        <translation>Videoklips</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Viss kadrs</translation>
    </message>
    <message>
        <source>Close-up</source>
        <translation>Tuvplāns</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>Attēls attēlā</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Blakus</translation>
    </message>
    <message>
        <source>Close-up with host</source>
        <translation>Tuvplāns ar vadītāju</translation>
    </message>
    <message>
        <source>Starting soon</source>
        <translation>Drīz sāksim</translation>
    </message>
    <message>
        <source>Break</source>
        <comment>scene</comment>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Paldies</translation>
    </message>
    <message>
        <source>Standby slate</source>
        <translation>Gaidīšanas attēls</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Daļa</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nosaukums</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Veids</translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation>Plānotais laiks</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Aina</translation>
    </message>
    <message>
        <source>Product</source>
        <comment>column</comment>
        <translation>Prece</translation>
    </message>
    <message>
        <source>Talking points</source>
        <translation>Runas punkti</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Piezīme</translation>
    </message>
    <message>
        <source>Paid for</source>
        <translation>Apmaksāts</translation>
    </message>
    <message>
        <source>In reserve</source>
        <translation>Rezervē</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Izlaists</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Atzīme</translation>
    </message>
    <message>
        <source>– not used –</source>
        <translation>– neizmanto –</translation>
    </message>
    <message>
        <source>there is no title</source>
        <translation>nav nosaukuma</translation>
    </message>
    <message>
        <source>the title is longer than 200 characters</source>
        <translation>nosaukums ir garāks par 200 zīmēm</translation>
    </message>
    <message>
        <source>“%1” is not a time</source>
        <translation>“%1” nav laiks</translation>
    </message>
    <message>
        <source>“%1” is no kind of row</source>
        <translation>“%1” nav rindas veids</translation>
    </message>
    <message>
        <source>“%1” is no kind of scene</source>
        <translation>“%1” nav ainas veids</translation>
    </message>
    <message>
        <source>no product is called “%1”</source>
        <translation>nav preces ar nosaukumu “%1”</translation>
    </message>
    <message>
        <source>more than one product is called “%1”</source>
        <translation>nosaukums “%1” ir vairākām precēm</translation>
    </message>
    <message>
        <source>the kind is product, but no product is named</source>
        <translation>veids ir prece, bet prece nav nosaukta</translation>
    </message>
    <message>
        <source>a text is longer than 200 characters</source>
        <translation>kāds teksts ir garāks par 200 zīmēm</translation>
    </message>
    <message>
        <source>there are more than 50 talking points</source>
        <translation>runas punktu ir vairāk par 50</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no</source>
        <translation>“%1” nav ne jā, ne nē</translation>
    </message>
    <message>
        <source>“%1” is no mark</source>
        <translation>“%1” nav atzīme</translation>
    </message>
    <message>
        <source>there is no time, so it gets 0:00</source>
        <translation>laika nav, tāpēc būs 0:00</translation>
    </message>
    <message>
        <source>“%1” is in a row above too</source>
        <translation>“%1” ir arī kādā rindā augstāk</translation>
    </message>
    <message>
        <source>the name of the part is cut to 200 characters</source>
        <translation>daļas nosaukums saīsināts līdz 200 zīmēm</translation>
    </message>
    <message>
        <source>the headings come again and are left out</source>
        <translation>virsraksti atkārtojas un ir izlaisti</translation>
    </message>
</context>
<context>
    <name>SceneWords</name>
    <message>
        <source>Full</source>
        <translation>Pilns kadrs</translation>
    </message>
    <message>
        <source>Close-up</source>
        <translation>Tuvplāns</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>Attēls attēlā</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Blakus</translation>
    </message>
    <message>
        <source>Close-up with the host</source>
        <translation>Tuvplāns ar vadītāju</translation>
    </message>
    <message>
        <source>Starting soon</source>
        <translation>Drīz sāksim</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pārtraukums</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Paldies</translation>
    </message>
    <message>
        <source>Standby slate</source>
        <translation>Gaidīšanas kadrs</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>Bez lomas</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Stāvs</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Kvadrāts</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Left or top picture</source>
        <translation>Kreisais vai augšējais attēls</translation>
    </message>
    <message>
        <source>Right or bottom picture</source>
        <translation>Labais vai apakšējais attēls</translation>
    </message>
    <message>
        <source>Large picture</source>
        <translation>Lielais attēls</translation>
    </message>
    <message>
        <source>Inset</source>
        <translation>Mazais attēls</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Attēls</translation>
    </message>
</context>
<context>
    <name>ShopDesk</name>
    <message>
        <source>It is not text that can be read. Save it in the spreadsheet as CSV (UTF-8) and import that.</source>
        <translation>Tas nav teksts, ko var nolasīt. Saglabā to izklājlapā kā CSV (UTF-8) un importē to.</translation>
    </message>
    <message>
        <source>The quotation mark opened in line %1 is never closed. Correct it and import it again.</source>
        <translation>Pēdiņas, kas atvērtas %1. rindā, nekur netiek aizvērtas. Izlabo un importē vēlreiz.</translation>
    </message>
    <message>
        <source>The table is too large: at most 64 MiB, 250,000 lines and 100 columns can be read.</source>
        <translation>Tabula ir par lielu: var nolasīt ne vairāk kā 64 MiB, 250 000 rindu un 100 sleju.</translation>
    </message>
    <message>
        <source>There is nothing in the table.</source>
        <translation>Tabulā nekā nav.</translation>
    </message>
    <message>
        <source>This is no picture that can be read: choose a JPEG, PNG or WebP file.</source>
        <translation>Šo attēlu nevar nolasīt: izvēlies JPEG, PNG vai WebP datni.</translation>
    </message>
    <message>
        <source>This picture is too large: at most 32 MiB and 60 megapixels can be read.</source>
        <translation>Šis attēls ir par lielu: var nolasīt ne vairāk kā 32 MiB un 60 megapikseļu.</translation>
    </message>
</context>
<context>
    <name>ShopImport</name>
    <message>
        <source>New order</source>
        <translation>Jauns pasūtījums</translation>
    </message>
    <message>
        <source>Known, changed since</source>
        <translation>Zināms, kopš tam mainījies</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Zināms</translation>
    </message>
    <message>
        <source>Not sold yet</source>
        <translation>Vēl nav pārdots</translation>
    </message>
    <message>
        <source>Without this show&apos;s mark</source>
        <translation>Bez šī raidījuma zīmes</translation>
    </message>
    <message>
        <source>Placed before the show or long after it</source>
        <translation>Veikts pirms raidījuma vai ilgi pēc tā</translation>
    </message>
    <message>
        <source>In another currency</source>
        <translation>Citā valūtā</translation>
    </message>
    <message>
        <source>Nothing of this show in it</source>
        <translation>Tajā nav nekā no šī raidījuma</translation>
    </message>
    <message>
        <source>Nothing says which order this row is of</source>
        <translation>Nav teikts, kuram pasūtījumam šī rinda pieder</translation>
    </message>
    <message>
        <source>No date of the order</source>
        <translation>Nav pasūtījuma datuma</translation>
    </message>
    <message>
        <source>A date that can&apos;t be read: %1</source>
        <translation>Datums, ko nevar nolasīt: %1</translation>
    </message>
    <message>
        <source>No state of the order</source>
        <translation>Nav pasūtījuma stāvokļa</translation>
    </message>
    <message>
        <source>A state that is not known: %1</source>
        <translation>Nezināms stāvoklis: %1</translation>
    </message>
    <message>
        <source>Not a number of pieces: %1</source>
        <translation>Nav gabalu skaits: %1</translation>
    </message>
    <message>
        <source>Not an amount: %1</source>
        <translation>Nav summa: %1</translation>
    </message>
    <message>
        <source>An amount that can be read in two ways: %1</source>
        <translation>Summa, ko var nolasīt divējādi: %1</translation>
    </message>
    <message>
        <source>No row of this order has a SKU</source>
        <translation>Nevienā šī pasūtījuma rindā nav SKU</translation>
    </message>
    <message>
        <source>This order stands in line %1 already</source>
        <translation>Šis pasūtījums jau ir %1. rindā</translation>
    </message>
    <message>
        <source>The same row as in line %1</source>
        <translation>Tāda pati rinda kā %1. rinda</translation>
    </message>
    <message>
        <source>More lines, pieces or money than one order can have</source>
        <translation>Vairāk rindu, gabalu vai naudas, nekā var būt vienā pasūtījumā</translation>
    </message>
</context>
<context>
    <name>ShopNeeds</name>
    <message>
        <source>The shop does not take order %1</source>
        <translation>Veikals nepieņem pasūtījumu %1</translation>
    </message>
    <message>
        <source>The shop does not cancel order %1</source>
        <translation>Veikals neatceļ pasūtījumu %1</translation>
    </message>
    <message>
        <source>Show orders</source>
        <translation>Rādīt pasūtījumus</translation>
    </message>
    <message>
        <source>It says: %1. Enter it there by hand, or cancel it here</source>
        <translation>Tas saka: %1. Ievadi to tur ar roku vai atcel šeit</translation>
    </message>
    <message>
        <source>It says: %1. Cancel it there by hand</source>
        <translation>Tas saka: %1. Atcel to tur ar roku</translation>
    </message>
    <message>
        <source>More orders the shop does not take or cancel: %1</source>
        <translation>Vēl pasūtījumi, ko veikals nepieņem vai neatceļ: %1</translation>
    </message>
    <message>
        <source>Each says in its details what to do</source>
        <translation>Katra aprakstā teikts, kas jādara</translation>
    </message>
    <message>
        <source>The shop has fewer of “%1”</source>
        <translation>Veikalā ir mazāk preces “%1”</translation>
    </message>
    <message>
        <source>Withheld until it has them again: %1</source>
        <translation>Netiek pārdots, līdz tur būs atkal: %1</translation>
    </message>
</context>
<context>
    <name>ShopWords</name>
    <message>
        <source>yes</source>
        <translation>jā</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nē</translation>
    </message>
    <message>
        <source>none</source>
        <comment>a value that is empty</comment>
        <translation>nav</translation>
    </message>
    <message>
        <source>our own layout</source>
        <translation>mūsu pašu izkārtojums</translation>
    </message>
    <message>
        <source>New variant %1</source>
        <translation>Jauns variants %1</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1 – %2 → %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nothing of ours</source>
        <translation>Nekas no mums vajadzīgā</translation>
    </message>
    <message>
        <source>Kind of row</source>
        <translation>Rindas veids</translation>
    </message>
    <message>
        <source>Parent product</source>
        <translation>Virsprece</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kods</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nosaukums</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Apraksts</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikuls</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variants</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Cena</translation>
    </message>
    <message>
        <source>Sale price</source>
        <translation>Akcijas cena</translation>
    </message>
    <message>
        <source>Date of a sale</source>
        <translation>Akcijas datums</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valūta</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>Zemākā cena</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Gabali</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Ārējais id</translation>
    </message>
    <message>
        <source>VAT, %</source>
        <translation>PVN, %</translation>
    </message>
    <message>
        <source>Collection only</source>
        <translation>Tikai saņemšanai uz vietas</translation>
    </message>
    <message>
        <source>Must not be said</source>
        <translation>Ko nedrīkst teikt</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>it has no SKU</source>
        <translation>tai nav artikula</translation>
    </message>
    <message>
        <source>its SKU stands in line %1 already</source>
        <translation>tās artikuls jau ir %1. rindā</translation>
    </message>
    <message>
        <source>SKU “%1” belongs to another product in the book</source>
        <translation>artikuls „%1” grāmatā pieder citai precei</translation>
    </message>
    <message>
        <source>a new product needs a name</source>
        <translation>jaunai precei vajag nosaukumu</translation>
    </message>
    <message>
        <source>it has no price</source>
        <translation>tai nav cenas</translation>
    </message>
    <message>
        <source>“%1” is not a price</source>
        <translation>„%1” nav cena</translation>
    </message>
    <message>
        <source>“%1” may be a thousand or one: write it with two decimals</source>
        <translation>„%1” var būt tūkstotis vai viens: raksti ar divām zīmēm aiz komata</translation>
    </message>
    <message>
        <source>“%1” is not a number of pieces</source>
        <translation>„%1” nav gabalu skaits</translation>
    </message>
    <message>
        <source>“%1” is not a VAT rate</source>
        <translation>„%1” nav PVN likme</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no</source>
        <translation>„%1” nav ne jā, ne nē</translation>
    </message>
    <message>
        <source>its currency is %1, not the shop&apos;s</source>
        <translation>tās valūta ir %1, nevis veikala</translation>
    </message>
    <message>
        <source>code “%1” belongs to another product</source>
        <translation>kods „%1” pieder citai precei</translation>
    </message>
    <message>
        <source>“%1…” is too long</source>
        <translation>„%1…” ir par garu</translation>
    </message>
    <message>
        <source>“%1” pieces: taken as none</source>
        <translation>„%1” gabalu: pieņemts, ka nav neviena</translation>
    </message>
    <message>
        <source>a text was too long and is cut: “%1…”</source>
        <translation>teksts bija par garu un ir apcirsts: „%1…”</translation>
    </message>
    <message numerus="yes">
        <source>%n photos are addresses on the web: they are not fetched</source>
        <translation>
            <numerusform>%n foto ir tīmekļa adrese: to nelejupielādē</numerusform>
            <numerusform>%n foto ir tīmekļa adreses: tās nelejupielādē</numerusform>
            <numerusform>%n foto ir tīmekļa adreses: tās nelejupielādē</numerusform>
        </translation>
    </message>
    <message>
        <source>there is no photo “%1” beside the table</source>
        <translation>blakus tabulai nav foto „%1”</translation>
    </message>
    <message>
        <source>“%1” is no photo that can be read</source>
        <translation>„%1” nav foto, ko var nolasīt</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>ievadīta ar roku</translation>
    </message>
    <message>
        <source>from a table</source>
        <translation>no tabulas</translation>
    </message>
    <message>
        <source>flash price</source>
        <translation>zibenscena</translation>
    </message>
    <message>
        <source>after a flash price</source>
        <translation>pēc zibenscenas</translation>
    </message>
    <message>
        <source>Give the product a name of at most 200 characters.</source>
        <translation>Dod precei nosaukumu, ne garāku par 200 zīmēm.</translation>
    </message>
    <message>
        <source>A text is too long: a description has at most 4,000 characters, the others 100.</source>
        <translation>Kāds teksts ir par garu: aprakstā var būt ne vairāk kā 4000 zīmju, pārējos – 100.</translation>
    </message>
    <message>
        <source>A product has at least one variant: add one with its SKU and price.</source>
        <translation>Precei ir vismaz viens variants: pievieno to ar artikulu un cenu.</translation>
    </message>
    <message>
        <source>Each variant needs a SKU of its own.</source>
        <translation>Katram variantam vajag savu artikulu.</translation>
    </message>
    <message>
        <source>Another product has one of these SKUs already. A SKU stands for one thing only.</source>
        <translation>Kāds no šiem artikuliem jau ir citai precei. Artikuls apzīmē tikai vienu lietu.</translation>
    </message>
    <message>
        <source>Another product has this code already. Viewers write it in chat, so it must be clear.</source>
        <translation>Šāds kods jau ir citai precei. Skatītāji to raksta tērzētavā, tāpēc tam jābūt nepārprotamam.</translation>
    </message>
    <message>
        <source>A price is missing or is none: write it like 18.90, in the currency of the show.</source>
        <translation>Trūkst cenas, vai tā nav cena: raksti to kā 18,90 raidījuma valūtā.</translation>
    </message>
    <message>
        <source>Pieces are a whole number from 0.</source>
        <translation>Gabali ir vesels skaitlis no 0.</translation>
    </message>
    <message>
        <source>A VAT rate is from 0 to 100 %; leave it empty for the shop&apos;s own.</source>
        <translation>PVN likme ir no 0 līdz 100 %; atstāj tukšu, lai būtu veikala likme.</translation>
    </message>
    <message>
        <source>Product id</source>
        <translation>Preces id</translation>
    </message>
    <message>
        <source>“%1” is written in another encoding than the rest</source>
        <translation>„%1” ir citā kodējumā nekā pārējais</translation>
    </message>
</context>
<context>
    <name>ShowWords</name>
    <message>
        <source>from %1</source>
        <translation>no %1</translation>
    </message>
    <message numerus="yes">
        <source>Only %n left</source>
        <translation>
            <numerusform>Atlicis %n</numerusform>
            <numerusform>Atlikuši %n</numerusform>
            <numerusform>Atlikuši %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>Atlicis %n</numerusform>
            <numerusform>Atlikuši %n</numerusform>
            <numerusform>Atlikuši %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Izpārdots</translation>
    </message>
    <message>
        <source>All in checkouts</source>
        <translation>Visi pie kases</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>Not on sale just now</source>
        <translation>Pašlaik netiek pārdots</translation>
    </message>
    <message>
        <source>We&apos;ll be right back</source>
        <translation>Tūlīt atgriezīsimies</translation>
    </message>
    <message>
        <source>lowest in 30 days</source>
        <translation>30 dienu zemākā</translation>
    </message>
    <message>
        <source>Starting soon</source>
        <translation>Drīz sāksim</translation>
    </message>
    <message>
        <source>Any moment now</source>
        <translation>Jau pēc mirkļa</translation>
    </message>
    <message>
        <source>A short break</source>
        <translation>Īss pārtraukums</translation>
    </message>
    <message>
        <source>Thank you for being here</source>
        <translation>Paldies, ka bijāt kopā</translation>
    </message>
</context>
<context>
    <name>SoundNeeds</name>
    <message>
        <source>“%1” is silent for %2</source>
        <translation>“%1” klusē jau %2</translation>
    </message>
    <message>
        <source>Open, but nothing comes from it</source>
        <translation>Ieslēgts, bet nekas nenāk</translation>
    </message>
    <message>
        <source>“%1” is too loud</source>
        <translation>“%1” ir par skaļu</translation>
    </message>
    <message>
        <source>It distorts: turn the microphone down</source>
        <translation>Skaņa kropļojas: pagriez mikrofonu klusāk</translation>
    </message>
    <message>
        <source>The program&apos;s sound is too loud</source>
        <translation>Programmas skaņa ir par skaļu</translation>
    </message>
    <message>
        <source>It distorts: turn the faders down</source>
        <translation>Skaņa kropļojas: nolaid regulatorus</translation>
    </message>
    <message>
        <source>The limiter is off</source>
        <translation>Limiters ir izslēgts</translation>
    </message>
    <message>
        <source>Limiter on</source>
        <translation>Ieslēgt limiteru</translation>
    </message>
</context>
<context>
    <name>StockWords</name>
    <message>
        <source>Left</source>
        <translation>Atlikums</translation>
    </message>
    <message>
        <source>Left in stock</source>
        <translation>Atlikums</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nav zināms</translation>
    </message>
    <message>
        <source>stock not known</source>
        <translation>krājums nav zināms</translation>
    </message>
    <message>
        <source>%1 LOW</source>
        <translation>%1 MAZ</translation>
    </message>
    <message numerus="yes">
        <source>%n in stock, low</source>
        <translation>
            <numerusform>krājumā %n gabals, maz</numerusform>
            <numerusform>krājumā %n gabali, maz</numerusform>
            <numerusform>krājumā %n gabalu, maz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in stock</source>
        <translation>
            <numerusform>krājumā %n gabals</numerusform>
            <numerusform>krājumā %n gabali</numerusform>
            <numerusform>krājumā %n gabalu</numerusform>
        </translation>
    </message>
    <message>
        <source>0 · %1 held</source>
        <translation>0 · %1 pie kases</translation>
    </message>
    <message>
        <source>All in checkouts</source>
        <translation>Visi pie kases</translation>
    </message>
    <message>
        <source>all in checkouts</source>
        <translation>visi gabali ir pie kases</translation>
    </message>
    <message>
        <source>SOLD OUT</source>
        <translation>IZPĀRDOTS</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Izpārdots</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>izpārdots</translation>
    </message>
    <message>
        <source>Sold %1 · Held %2</source>
        <translation>Pārdoti %1 · Kasē %2</translation>
    </message>
    <message>
        <source>NOT ON SALE</source>
        <translation>NEPĀRDOD</translation>
    </message>
    <message>
        <source>Not on sale</source>
        <translation>Nepārdod</translation>
    </message>
    <message>
        <source>not on sale</source>
        <translation>netiek pārdots</translation>
    </message>
</context>
<context>
    <name>Strips</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 no %2</translation>
    </message>
    <message>
        <source>The show has ended</source>
        <translation>Raidījums ir beidzies</translation>
    </message>
    <message>
        <source>Nothing next</source>
        <translation>Nākamā nav</translation>
    </message>
    <message>
        <source>The rundown is at its end.</source>
        <translation>Norises plāns ir galā.</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>NĀKAMAIS</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Plānots</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Krājumā</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Atlicis laiks</translation>
    </message>
    <message>
        <source>OVER</source>
        <translation>PĀR LAIKU</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>no %1</translation>
    </message>
    <message>
        <source>Nothing on air</source>
        <translation>Ēterā nav nekā</translation>
    </message>
    <message>
        <source>Take the first item.</source>
        <translation>Laid ēterā pirmo punktu.</translation>
    </message>
    <message>
        <source>The show has ended.</source>
        <translation>Raidījums ir beidzies.</translation>
    </message>
    <message>
        <source>Go live, then take item 1.</source>
        <translation>Sāc tiešraidi, tad laid ēterā 1. punktu.</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>ĒTERĀ</translation>
    </message>
    <message>
        <source>TAKEN</source>
        <translation>PADOTS</translation>
    </message>
    <message>
        <source>SLATE</source>
        <translation>KADRS</translation>
    </message>
    <message>
        <source>offer ends in %1</source>
        <translation>piedāvājums beigsies pēc %1</translation>
    </message>
    <message>
        <source>under the offer %1</source>
        <translation>piedāvājumā %1</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>A live show is on</source>
        <translation>Notiek tiešraide</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>from %1</source>
        <translation>no %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>ĒTERĀ</translation>
    </message>
    <message>
        <source>TAKEN</source>
        <translation>PADOTS</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>NĀKAMAIS</translation>
    </message>
    <message>
        <source>done</source>
        <translation>pabeigts</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>izlaists</translation>
    </message>
    <message>
        <source>standby</source>
        <comment>item in reserve</comment>
        <translation>rezervē</translation>
    </message>
    <message>
        <source>planned %1</source>
        <translation>plānots %1</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Svarīgākais</translation>
    </message>
    <message>
        <source>Take care</source>
        <translation>Uzmanīgi</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Viesis</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Tehnisks</translation>
    </message>
    <message>
        <source>No mark</source>
        <translation>Bez atzīmes</translation>
    </message>
    <message>
        <source>%1 on air</source>
        <translation>ēterā %1</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>atlicis %1</translation>
    </message>
    <message>
        <source>%1 against the plan</source>
        <translation>%1 pret plānu</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>beigsies %1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The script can&apos;t be read</source>
        <translation>Scenāriju nevar nolasīt</translation>
    </message>
    <message>
        <source>The show can&apos;t be opened</source>
        <translation>Raidījumu nevar atvērt</translation>
    </message>
    <message>
        <source>The show can&apos;t be started</source>
        <translation>Raidījumu nevar sākt</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::AddSceneDialog</name>
    <message>
        <source>Add a scene</source>
        <translation>Pievienot ainu</translation>
    </message>
    <message>
        <source>Role of the scene</source>
        <translation>Ainas loma</translation>
    </message>
    <message>
        <source>Name of the scene</source>
        <translation>Ainas nosaukums</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Loma</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nosaukums</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Pievienot</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::CameraDialog</name>
    <message>
        <source>Edit camera</source>
        <translation>Kameras iestatījumi</translation>
    </message>
    <message>
        <source>Add a camera</source>
        <translation>Pievienot kameru</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Izvēlēties…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Veids</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nosaukums</translation>
    </message>
    <message>
        <source>A new camera is muted until you switch its sound on.</source>
        <translation>Jaunai kamerai skaņa ir izslēgta, līdz tu to ieslēdz.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saglabāt</translation>
    </message>
    <message>
        <source>Add camera</source>
        <translation>Pievienot kameru</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adrese</translation>
    </message>
    <message>
        <source>Give the camera a name.</source>
        <translation>Dod kamerai nosaukumu.</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>Izvēlies attēlu</translation>
    </message>
    <message>
        <source>Choose a video</source>
        <translation>Izvēlies video</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Attēli</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Visi faili</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Video faili</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::CamerasDialog</name>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>When a camera on program is lost, show</source>
        <translation>Ja pazūd programmā redzamā kamera, rādīt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Pievienot…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Labot…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Pārdēvēt</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Augstāk</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Zemāk</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Izņemt</translation>
    </message>
    <message>
        <source>Really remove</source>
        <translation>Tiešām izņemt</translation>
    </message>
    <message>
        <source>Up (Alt+Up)</source>
        <translation>Augstāk (Alt+Up)</translation>
    </message>
    <message>
        <source>Down (Alt+Down)</source>
        <translation>Zemāk (Alt+Down)</translation>
    </message>
    <message>
        <source>live</source>
        <translation>darbojas</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>bez skaņas</translation>
    </message>
    <message>
        <source>the picture as it was last</source>
        <translation>pēdējo attēlu</translation>
    </message>
    <message>
        <source>“%1” leaves all scenes, and its own scene goes with it. This can&apos;t be undone. Press again to remove it.</source>
        <translation>“%1” pazudīs no visām ainām, un tās pašas aina tiks izņemta. To nevar atsaukt. Lai izņemtu, spied vēlreiz.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ChatPanel</name>
    <message>
        <source>Chat</source>
        <translation>Tērzēšana</translation>
    </message>
    <message>
        <source>Quiet so far. Messages appear as viewers write.</source>
        <translation>Pagaidām klusums. Ziņas parādīsies, kad skatītāji rakstīs.</translation>
    </message>
    <message>
        <source>hidden on the page</source>
        <translation>lapā paslēpta</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ChoiceFields</name>
    <message>
        <source>What is found</source>
        <translation>Atrastais</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Meklēt vēlreiz</translation>
    </message>
    <message>
        <source>Hold the exposure at</source>
        <translation>Turēt ekspozīciju</translation>
    </message>
    <message>
        <source>Hold the focus at</source>
        <translation>Turēt fokusu</translation>
    </message>
    <message>
        <source>Hold the white balance at</source>
        <translation>Turēt baltā balansu</translation>
    </message>
    <message>
        <source>Screen %1 · %2×%3</source>
        <translation>Ekrāns %1 · %2×%3</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1 (tagad nav)</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nekas nav atrasts</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ClapDialog</name>
    <message>
        <source>Clap test</source>
        <translation>Plaukšķa pārbaude</translation>
    </message>
    <message>
        <source>Clap where camera and microphone can hear you</source>
        <translation>Sasit plaukstas, kur dzird gan kamera, gan mikrofons</translation>
    </message>
    <message>
        <source>Clap once, wait two seconds, clap again: three times or more. Microphone and camera may stay muted.</source>
        <translation>Sasit plaukstas, pagaidi divas sekundes un sasit vēlreiz: trīs reizes vai vairāk. Mikrofons un kamera var palikt izslēgti.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofons</translation>
    </message>
    <message>
        <source>Camera that is measured</source>
        <translation>Kamera, kuru mēra</translation>
    </message>
    <message>
        <source>Microphone it is measured against</source>
        <translation>Mikrofons, pret kuru mēra</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Sākt no jauna</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Lietot šo</translation>
    </message>
    <message>
        <source>Choose a camera and another source it is measured against.</source>
        <translation>Izvēlies kameru un citu avotu, pret kuru to mērīt.</translation>
    </message>
    <message>
        <source>Heard: microphone %1, camera %2, both %3</source>
        <translation>Dzirdēts: mikrofonā %1, kamerā %2, abos %3</translation>
    </message>
    <message>
        <source>Waiting for a clap…</source>
        <translation>Gaida plaukšķi…</translation>
    </message>
    <message>
        <source>The camera comes %1 ms late</source>
        <translation>Kamera kavējas par %1 ms</translation>
    </message>
    <message>
        <source>The camera comes %1 ms before the microphone</source>
        <translation>Kamera pienāk %1 ms pirms mikrofona</translation>
    </message>
    <message>
        <source>Clap again to be sure.</source>
        <translation>Sasit vēlreiz, lai būtu droši.</translation>
    </message>
    <message>
        <source>The claps differ by %1 ms: start over, in a quieter moment.</source>
        <translation>Plaukšķi atšķiras par %1 ms: sāc no jauna klusākā brīdī.</translation>
    </message>
    <message>
        <source>The claps agree within %1 ms.</source>
        <translation>Plaukšķi sakrīt %1 ms robežās.</translation>
    </message>
    <message>
        <source>Only a camera that comes later can be waited for.</source>
        <translation>Gaidīt var tikai kameru, kas kavējas.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::CountdownDialog</name>
    <message>
        <source>Countdown</source>
        <translation>Laika atskaite</translation>
    </message>
    <message>
        <source>Until a time of day</source>
        <translation>Līdz pulksteņa laikam</translation>
    </message>
    <message>
        <source>On the product card, for the item on air</source>
        <translation>Preces kartītē, precei, kas ir ēterā</translation>
    </message>
    <message>
        <source>Countdown on the picture</source>
        <translation>Laika atskaite attēlā</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Cik ilgi</translation>
    </message>
    <message>
        <source>Words above it, may be empty</source>
        <translation>Vārdi virs tās, var arī nebūt</translation>
    </message>
    <message>
        <source>Words above it</source>
        <translation>Vārdi virs tās</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Sākt</translation>
    </message>
    <message>
        <source>Type a time of day: 19:00 or 19.00.</source>
        <translation>Ieraksti pulksteņa laiku: 19:00 vai 19.00.</translation>
    </message>
    <message>
        <source>Type minutes, or minutes and seconds: 5, 1:30 or 90s.</source>
        <translation>Ieraksti minūtes vai minūtes un sekundes: 5, 1:30 vai 90s.</translation>
    </message>
    <message>
        <source>It runs for %1.</source>
        <translation>Tā ilgs %1.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::CueLine</name>
    <message>
        <source>Cue to the host</source>
        <translation>Norāde vadītājam</translation>
    </message>
    <message>
        <source>Take the cue away</source>
        <translation>Noņemt norādi</translation>
    </message>
    <message>
        <source>Cue to the host · Enter sends</source>
        <translation>Norāde vadītājam · Enter nosūta</translation>
    </message>
    <message>
        <source>Seen %1 ago: “%2”</source>
        <translation>Redzēta pirms %1: „%2”</translation>
    </message>
    <message>
        <source>Not seen for %1: “%2”</source>
        <translation>Nav redzēta jau %1: „%2”</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ErrorDialog</name>
    <message>
        <source>Details: %1</source>
        <translation>Sīkāk: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::Fader</name>
    <message>
        <source>Volume of %1, %2 dB</source>
        <translation>%1 skaļums, %2 dB</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::HostView</name>
    <message>
        <source>Host&apos;s view</source>
        <translation>Vadītāja skats</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Nav attēla</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ImportDialog</name>
    <message>
        <source>Import rows</source>
        <translation>Importēt rindas</translation>
    </message>
    <message>
        <source>Leave out the rows that can&apos;t be read</source>
        <translation>Izlaist rindas, ko nevar nolasīt</translation>
    </message>
    <message>
        <source>Add below what is there</source>
        <translation>Pievienot zem esošā</translation>
    </message>
    <message>
        <source>Replace what has not been on air</source>
        <translation>Aizstāt to, kas nav bijis ēterā</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importēt</translation>
    </message>
    <message>
        <source>Lines of headings</source>
        <translation>Virsrakstu rindas</translation>
    </message>
    <message>
        <source>The first rows of the table; what each column holds stands above it</source>
        <translation>Tabulas pirmās rindas; virs katras ailes norādīts, kas tajā ir</translation>
    </message>
    <message>
        <source>Rows that need a look</source>
        <translation>Rindas, kas jāpārskata</translation>
    </message>
    <message>
        <source>Import rows from “%1”</source>
        <translation>Importēt rindas no “%1”</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>tabulatoriem</translation>
    </message>
    <message numerus="yes">
        <source>%1 · cells between %2 · %n lines with something in them</source>
        <translation>
            <numerusform>%1 · šūnas atdalītas ar %2 · %n aizpildīta rinda</numerusform>
            <numerusform>%1 · šūnas atdalītas ar %2 · %n aizpildītas rindas</numerusform>
            <numerusform>%1 · šūnas atdalītas ar %2 · %n aizpildītu rindu</numerusform>
        </translation>
    </message>
    <message>
        <source>Column %1 holds</source>
        <translation>%1. ailē ir</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importēts</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1. rinda: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… un vēl %n</numerusform>
            <numerusform>… un vēl %n</numerusform>
            <numerusform>… un vēl %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n rows</source>
        <translation>
            <numerusform>Importēt %n rindu</numerusform>
            <numerusform>Importēt %n rindas</numerusform>
            <numerusform>Importēt %n rindu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The table is too long: a rundown holds at most %n rows. Cut it into several.</source>
        <translation>
            <numerusform>Tabula ir par garu: norises plānā var būt ne vairāk par %n rindu. Sadali to vairākās.</numerusform>
            <numerusform>Tabula ir par garu: norises plānā var būt ne vairāk par %n rindām. Sadali to vairākās.</numerusform>
            <numerusform>Tabula ir par garu: norises plānā var būt ne vairāk par %n rindām. Sadali to vairākās.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say which column holds the title.</source>
        <translation>Norādi, kurā ailē ir nosaukums.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows can&apos;t be read</source>
        <translation>
            <numerusform>%n rindu nevar nolasīt</numerusform>
            <numerusform>%n rindas nevar nolasīt</numerusform>
            <numerusform>%n rindu nevar nolasīt</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no row in the table.</source>
        <translation>Tabulā nav nevienas rindas.</translation>
    </message>
    <message>
        <source>All rows can be read</source>
        <translation>Visas rindas var nolasīt</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ItemDialog</name>
    <message>
        <source>Edit row</source>
        <translation>Rediģēt rindu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saglabāt</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Tomēr saglabāt</translation>
    </message>
    <message>
        <source>Edit row “%1”</source>
        <translation>Rediģēt rindu “%1”</translation>
    </message>
    <message>
        <source>This row is no longer in the rundown.</source>
        <translation>Šīs rindas norises plānā vairs nav.</translation>
    </message>
    <message>
        <source>It is on air now: what you change is the plan, the picture stays as it was taken.</source>
        <translation>Tā tagad ir ēterā: mainās tikai plāns, attēls paliek, kāds bija.</translation>
    </message>
    <message>
        <source>It is next: what you change counts for the take that comes.</source>
        <translation>Tā ir nākamā: izmaiņas būs spēkā nākamajā pārslēgšanā.</translation>
    </message>
    <message>
        <source>Give the row a title.</source>
        <translation>Dod rindai nosaukumu.</translation>
    </message>
    <message>
        <source>There can be 50 talking points of 200 characters each.</source>
        <translation>Var būt 50 runas punkti, katrs līdz 200 zīmēm.</translation>
    </message>
    <message>
        <source>It is next, and this changes what the take will show. Save again if you mean it.</source>
        <translation>Tā ir nākamā, un tas maina, ko rādīs pārslēgšana. Saglabā vēlreiz, ja tā gribi.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ItemForm</name>
    <message>
        <source>Paid for: the disclosure label is on the picture</source>
        <translation>Apmaksāts: attēlā ir norāde par reklāmu</translation>
    </message>
    <message>
        <source>Type a part of its name or code</source>
        <translation>Ieraksti daļu no nosaukuma vai koda</translation>
    </message>
    <message>
        <source>90, 90s, 1:30 or 1.30</source>
        <translation>90, 90s, 1:30 vai 1.30</translation>
    </message>
    <message>
        <source>One in each line</source>
        <translation>Pa vienam rindā</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nosaukums</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Veids</translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation>Plānotais laiks</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Aina</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Prece</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Atzīme</translation>
    </message>
    <message>
        <source>Talking points</source>
        <translation>Runas punkti</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Piezīme</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::KeyRecorder</name>
    <message>
        <source>Press a key…</source>
        <translation>Nospied taustiņu…</translation>
    </message>
    <message>
        <source>Press the new key, Escape leaves it as it is</source>
        <translation>Nospied jauno taustiņu; Escape atstāj, kā ir</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Taustiņi</translation>
    </message>
    <message>
        <source>Search for a command or a key</source>
        <translation>Meklēt komandu vai taustiņu</translation>
    </message>
    <message>
        <source>All keys as they came</source>
        <translation>Visus kā sākumā</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Change key</source>
        <translation>Mainīt taustiņu</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Pievienot taustiņu</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Bez taustiņa</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Kā sākumā</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nekas nav atrasts.</translation>
    </message>
    <message>
        <source>“%1” works while you type as well, unless its key is a letter.</source>
        <translation>“%1” darbojas arī rakstot, ja vien taustiņš nav burts.</translation>
    </message>
    <message>
        <source>“%1” works everywhere but while you type.</source>
        <translation>“%1” darbojas visur, tikai ne rakstot.</translation>
    </message>
    <message>
        <source>Press the new key for “%1”. Esc leaves it as it is.</source>
        <translation>Nospied jauno taustiņu komandai “%1”. Esc atstāj, kā ir.</translation>
    </message>
    <message>
        <source>“%1” works while its panel has the focus.</source>
        <translation>„%1” darbojas, kamēr izvēlēts tā panelis.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::KeysList</name>
    <message>
        <source>Commands and their keys</source>
        <translation>Komandas un to taustiņi</translation>
    </message>
    <message>
        <source>Double click or Enter: change the key</source>
        <translation>Dubultklikšķis vai Enter: mainīt taustiņu</translation>
    </message>
    <message>
        <source>%1 is also wanted by “%2”</source>
        <translation>%1 grib arī “%2”</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”</source>
        <translation>%1 pieder komandai “%2”</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>nav taustiņa</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>mainīts</translation>
    </message>
    <message>
        <source>also while typing</source>
        <translation>arī rakstot</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::LabelDialog</name>
    <message>
        <source>Label on the picture</source>
        <translation>Reklāmas norāde attēlā</translation>
    </message>
    <message>
        <source>Paid for: viewers must be told</source>
        <translation>Apmaksāts: skatītājiem tas jāzina</translation>
    </message>
    <message>
        <source>Label for “%1”</source>
        <translation>Reklāmas norāde: „%1”</translation>
    </message>
    <message>
        <source>It stands on the picture for as long as the item is on air. Nothing covers it.</source>
        <translation>Tā ir attēlā, kamēr rinda ir ēterā. Nekas to neaizsedz.</translation>
    </message>
    <message>
        <source>Words of the label</source>
        <translation>Norādes vārdi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Paturēt</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::LayoutView</name>
    <message>
        <source>Canvas, %1 selected</source>
        <translation>Attēla laukums, izvēlēts %1</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Attēla laukums</translation>
    </message>
    <message>
        <source>Arrows move the selected picture, Shift and arrows change its size</source>
        <translation>Bultiņas pārvieto izvēlēto attēlu, Shift un bultiņas maina tā izmēru</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ListenFields</name>
    <message>
        <source>The code holds the key. It is seen while the key is.</source>
        <translation>Kodā ir atslēga. To redz, kamēr redzama atslēga.</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Rādīt atslēgu</translation>
    </message>
    <message>
        <source>Hide key</source>
        <translation>Slēpt atslēgu</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Jauna atslēga</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Kopēt adresi</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Atslēga</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Šis dators</translation>
    </message>
    <message>
        <source>Type this into the phone&apos;s app, or point its camera at the code:</source>
        <translation>Ieraksti to tālruņa lietotnē vai pavērs tālruņa kameru pret kodu:</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::LivePill</name>
    <message>
        <source>Live since %1</source>
        <translation>Tiešraidē jau %1</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>TIEŠRAIDE</translation>
    </message>
    <message>
        <source>REHEARSAL</source>
        <translation>MĒĢINĀJUMS</translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation>BEIDZIES</translation>
    </message>
    <message>
        <source>STANDBY</source>
        <translation>GATAVĪBA</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::LookFields</name>
    <message>
        <source>as it comes</source>
        <translation>kā ir</translation>
    </message>
    <message>
        <source>a quarter clockwise</source>
        <translation>ceturtdaļa pa labi</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>otrādi</translation>
    </message>
    <message>
        <source>a quarter the other way</source>
        <translation>ceturtdaļa pa kreisi</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>Pagriezts</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Nogriezt</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>pa kreisi %1</translation>
    </message>
    <message>
        <source>right %1</source>
        <translation>pa labi %1</translation>
    </message>
    <message>
        <source>top %1</source>
        <translation>augšā %1</translation>
    </message>
    <message>
        <source>bottom %1</source>
        <translation>apakšā %1</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::LowerThirdDialog</name>
    <message>
        <source>Lower third</source>
        <translation>Titrs</translation>
    </message>
    <message>
        <source>A name, say</source>
        <translation>Piemēram, vārds</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>Pirmā rinda</translation>
    </message>
    <message>
        <source>Second line, may be empty</source>
        <translation>Otrā rinda, var arī nebūt</translation>
    </message>
    <message>
        <source>Second line</source>
        <translation>Otrā rinda</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Rādīt</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::MainWindow</name>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Raidījums</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Sākt tiešraidi</translation>
    </message>
    <message>
        <source>End show (twice)</source>
        <translation>Beigt tiešraidi (divreiz)</translation>
    </message>
    <message>
        <source>The viewers&apos; page…</source>
        <translation>Skatītāju lapa…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Iziet</translation>
    </message>
    <message>
        <source>&amp;Rundown</source>
        <translation>&amp;Norises plāns</translation>
    </message>
    <message>
        <source>Take next</source>
        <translation>Laist ēterā nākamo</translation>
    </message>
    <message>
        <source>Take next with a cut</source>
        <translation>Laist ēterā nākamo bez pārejas</translation>
    </message>
    <message>
        <source>Next one up</source>
        <translation>Nākamais: vienu augstāk</translation>
    </message>
    <message>
        <source>Next one down</source>
        <translation>Nākamais: vienu zemāk</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Attēls</translation>
    </message>
    <message>
        <source>Preview to program with the transition</source>
        <translation>Priekšskatījumu programmā ar pāreju</translation>
    </message>
    <message>
        <source>Preview to program at once</source>
        <translation>Priekšskatījumu programmā tūlīt</translation>
    </message>
    <message>
        <source>Product card on or off</source>
        <translation>Preces kartīti ieslēgt vai izslēgt</translation>
    </message>
    <message>
        <source>S&amp;ound</source>
        <translation>&amp;Skaņa</translation>
    </message>
    <message>
        <source>Mute or unmute the host</source>
        <translation>Vadītāja skaņu izslēgt vai ieslēgt</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>S&amp;kats</translation>
    </message>
    <message>
        <source>To what needs you</source>
        <translation>Uz to, kas gaida tavu rīcību</translation>
    </message>
    <message>
        <source>Host&apos;s view</source>
        <translation>Vadītāja skats</translation>
    </message>
    <message>
        <source>P&amp;anic</source>
        <translation>P&amp;anika</translation>
    </message>
    <message>
        <source>Panic keys in a row</source>
        <translation>Panikas taustiņi rindā</translation>
    </message>
    <message>
        <source>%1 (twice)</source>
        <translation>%1 (divreiz)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Labot</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Atsaukt</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Atkārtot</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Atsaukt: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Atkārtot: %1</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Taustiņi…</translation>
    </message>
    <message>
        <source>In the rundown</source>
        <translation>Norises plānā</translation>
    </message>
    <message>
        <source>Scene to preview</source>
        <translation>Aina priekšskatījumā</translation>
    </message>
    <message>
        <source>Scene %1 to preview</source>
        <translation>%1. aina priekšskatījumā</translation>
    </message>
    <message>
        <source>Lower third on or off</source>
        <translation>Titru ieslēgt vai izslēgt</translation>
    </message>
    <message>
        <source>Words of the lower third…</source>
        <translation>Titra vārdi…</translation>
    </message>
    <message>
        <source>Countdown…</source>
        <translation>Laika atskaite…</translation>
    </message>
    <message>
        <source>Stop the countdown</source>
        <translation>Apturēt laika atskaiti</translation>
    </message>
    <message>
        <source>Talking point said</source>
        <translation>Runas punkts pateikts</translation>
    </message>
    <message>
        <source>Talking point before</source>
        <translation>Iepriekšējais runas punkts</translation>
    </message>
    <message>
        <source>Self-view</source>
        <translation>Pats sev</translation>
    </message>
    <message>
        <source>The host&apos;s camera, mirrored</source>
        <translation>Vadītāja kamera, kā spogulī</translation>
    </message>
    <message>
        <source>Program, mirrored</source>
        <translation>Programma, kā spogulī</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nav</translation>
    </message>
    <message>
        <source>Write a cue to the host</source>
        <translation>Rakstīt norādi vadītājam</translation>
    </message>
    <message>
        <source>Cue seen</source>
        <translation>Norāde redzēta</translation>
    </message>
    <message>
        <source>Take the cue away</source>
        <translation>Noņemt norādi</translation>
    </message>
    <message>
        <source>Where overlays stand…</source>
        <translation>Kur kas stāv attēlā…</translation>
    </message>
    <message>
        <source>Mute all, or all as before</source>
        <translation>Izslēgt visu skaņu vai atjaunot, kā bija</translation>
    </message>
    <message>
        <source>Cameras…</source>
        <translation>Kameras…</translation>
    </message>
    <message>
        <source>Add a camera…</source>
        <translation>Pievienot kameru…</translation>
    </message>
    <message>
        <source>Cough: the host is silent while it is held</source>
        <translation>Klepus: kamēr turi, vadītājs nav dzirdams</translation>
    </message>
    <message>
        <source>Plan: the whole window for the rundown</source>
        <translation>Plāns: viss logs norises plānam</translation>
    </message>
    <message>
        <source>Show what is in reserve</source>
        <translation>Rādīt rezervi</translation>
    </message>
    <message>
        <source>Import rows…</source>
        <translation>Importēt rindas…</translation>
    </message>
    <message>
        <source>Export rundown…</source>
        <translation>Eksportēt norises plānu…</translation>
    </message>
    <message>
        <source>Studio mode: a scene goes to preview first</source>
        <translation>Studijas režīms: aina vispirms priekšskatījumā</translation>
    </message>
    <message>
        <source>Edit the scene in preview…</source>
        <translation>Labot priekšskatījuma ainu…</translation>
    </message>
    <message>
        <source>Scenes…</source>
        <translation>Ainas…</translation>
    </message>
    <message>
        <source>Se&amp;lling</source>
        <translation>P&amp;ārdošana</translation>
    </message>
    <message>
        <source>Start the next offer</source>
        <translation>Sākt nākamo piedāvājumu</translation>
    </message>
    <message>
        <source>One minute more for the offer</source>
        <translation>Vēl minūte piedāvājumam</translation>
    </message>
    <message>
        <source>Stop the offer</source>
        <translation>Apturēt piedāvājumu</translation>
    </message>
    <message>
        <source>Offers…</source>
        <translation>Piedāvājumi…</translation>
    </message>
    <message>
        <source>Products…</source>
        <translation>Preces…</translation>
    </message>
    <message>
        <source>Orders…</source>
        <translation>Pasūtījumi…</translation>
    </message>
    <message>
        <source>Seller and terms…</source>
        <translation>Pārdevējs un noteikumi…</translation>
    </message>
    <message>
        <source>In the orders</source>
        <translation>Pasūtījumos</translation>
    </message>
    <message>
        <source>Pair with a server…</source>
        <translation>Savienot ar serveri…</translation>
    </message>
    <message>
        <source>Mail and other shops…</source>
        <translation>E-pasts un citi veikali…</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::MixerPanel</name>
    <message>
        <source>Mixer</source>
        <translation>Skaņas pults</translation>
    </message>
    <message>
        <source>Sound settings</source>
        <translation>Skaņas iestatījumi</translation>
    </message>
    <message>
        <source>Limiter, headphones, lip sync</source>
        <translation>Limiters, austiņas, lūpu sinhronizācija</translation>
    </message>
    <message>
        <source>Sync offset…</source>
        <translation>Skaņas nobīde…</translation>
    </message>
    <message>
        <source>Follows the camera on program (lip sync)</source>
        <translation>Seko programmas kamerai (lūpu sinhronizācija)</translation>
    </message>
    <message>
        <source>Clap test…</source>
        <translation>Plaukšķa pārbaude…</translation>
    </message>
    <message>
        <source>Listen on the headphones</source>
        <translation>Klausīties austiņās</translation>
    </message>
    <message>
        <source>Limiter off</source>
        <translation>Limiters izslēgts</translation>
    </message>
    <message>
        <source>Limiter at %1 dB</source>
        <translation>Limiters pie %1 dB</translation>
    </message>
    <message>
        <source>No headphones: there is no sound server</source>
        <translation>Austiņu nav: nav skaņas servera</translation>
    </message>
    <message>
        <source>The desktop&apos;s own choice</source>
        <translation>Pēc darbvirsmas izvēles</translation>
    </message>
    <message>
        <source>Headphones</source>
        <translation>Austiņas</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::MixerRow</name>
    <message>
        <source>Program</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>%1, muted</source>
        <translation>%1, skaņa izslēgta</translation>
    </message>
    <message>
        <source>%1, sound on</source>
        <translation>%1, skaņa ieslēgta</translation>
    </message>
    <message>
        <source>Unmute %1</source>
        <translation>Ieslēgt skaņu: %1</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>Izslēgt skaņu: %1</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>nav signāla</translation>
    </message>
    <message>
        <source>Limiting</source>
        <translation>Ierobežo</translation>
    </message>
    <message>
        <source>Limiter %1</source>
        <translation>Limiters %1</translation>
    </message>
    <message>
        <source>Limiter off</source>
        <translation>Limiters izslēgts</translation>
    </message>
    <message>
        <source>Nothing goes out louder than %1 dB. Press to switch it off.</source>
        <translation>Nekas neiziet skaļāk par %1 dB. Nospied, lai izslēgtu.</translation>
    </message>
    <message>
        <source>Press to hold the sound below %1 dB.</source>
        <translation>Nospied, lai skaņu turētu zem %1 dB.</translation>
    </message>
    <message>
        <source>Limiter of the program, on at %1 dB</source>
        <translation>Programmas limiters, ieslēgts pie %1 dB</translation>
    </message>
    <message>
        <source>Limiter of the program, off</source>
        <translation>Programmas limiters, izslēgts</translation>
    </message>
    <message>
        <source>CLIP</source>
        <translation>PĀRSL.</translation>
    </message>
    <message>
        <source>Level of the program, %1 dB</source>
        <translation>Programmas līmenis, %1 dB</translation>
    </message>
    <message>
        <source>%1, on the headphones</source>
        <translation>%1, austiņās</translation>
    </message>
    <message>
        <source>%1, not on the headphones</source>
        <translation>%1, nav austiņās</translation>
    </message>
    <message>
        <source>Take %1 off the headphones</source>
        <translation>Noņemt %1 no austiņām</translation>
    </message>
    <message>
        <source>Listen to %1 on the headphones</source>
        <translation>Klausīties %1 austiņās</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>klusums</translation>
    </message>
    <message>
        <source>Level of %1, no signal</source>
        <translation>%1: līmenis, nav signāla</translation>
    </message>
    <message>
        <source>Level of %1, %2 dB</source>
        <translation>%1: līmenis, %2 dB</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::Monitor</name>
    <message>
        <source>No preview on this machine</source>
        <translation>Šajā datorā priekšskatījuma nav</translation>
    </message>
    <message>
        <source>No program picture</source>
        <translation>Programmas attēla nav</translation>
    </message>
    <message>
        <source>Card on</source>
        <translation>Kartīte ieslēgta</translation>
    </message>
    <message>
        <source>Card off</source>
        <translation>Kartīte izslēgta</translation>
    </message>
    <message>
        <source>PREVIEW</source>
        <translation>PRIEKŠSKATĪJUMS</translation>
    </message>
    <message>
        <source>PROGRAM</source>
        <translation>PROGRAMMA</translation>
    </message>
    <message>
        <source>Next item&apos;s scene</source>
        <translation>Nākamā punkta aina</translation>
    </message>
    <message>
        <source>Not the next scene</source>
        <translation>Nav nākamā aina</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Priekšskatījums: %1</translation>
    </message>
    <message>
        <source>REHEARSAL</source>
        <translation>MĒĢINĀJUMS</translation>
    </message>
    <message>
        <source>not on air</source>
        <translation>nav ēterā</translation>
    </message>
    <message>
        <source>Product card, on</source>
        <translation>Preces kartīte, ieslēgta</translation>
    </message>
    <message>
        <source>Product card, off</source>
        <translation>Preces kartīte, izslēgta</translation>
    </message>
    <message>
        <source>Program: %1, on air</source>
        <translation>Programma: %1, ēterā</translation>
    </message>
    <message>
        <source>Program: %1, not on air</source>
        <translation>Programma: %1, nav ēterā</translation>
    </message>
    <message>
        <source>Standby slate</source>
        <translation>Gaidīšanas kadrs</translation>
    </message>
    <message>
        <source>all microphones off</source>
        <translation>visi mikrofoni izslēgti</translation>
    </message>
    <message>
        <source>Product card on or off</source>
        <translation>Preces kartīti ieslēgt vai izslēgt</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::MultiviewPanel</name>
    <message>
        <source>Multiview</source>
        <translation>Visas kameras</translation>
    </message>
    <message>
        <source>Add a scene</source>
        <translation>Pievienot ainu</translation>
    </message>
    <message>
        <source>Edit the scene…</source>
        <translation>Labot ainu…</translation>
    </message>
    <message>
        <source>Words and time…</source>
        <translation>Vārdi un laiks…</translation>
    </message>
    <message>
        <source>Add a camera</source>
        <translation>Pievienot kameru</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Agrāk</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Vēlāk</translation>
    </message>
    <message>
        <source>Edit camera…</source>
        <translation>Labot kameru…</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ieslēgt skaņu</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Izslēgt skaņu</translation>
    </message>
    <message>
        <source>Remove camera…</source>
        <translation>Izņemt kameru…</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::NeedsPanel</name>
    <message>
        <source>Needs you</source>
        <translation>Gaida tavu rīcību</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Nekas negaida tavu rīcību.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::OfferDialog</name>
    <message>
        <source>New offer</source>
        <translation>Jauns piedāvājums</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Piedāvājums</translation>
    </message>
    <message>
        <source>Goes on after the show</source>
        <translation>Turpinās pēc raidījuma</translation>
    </message>
    <message>
        <source>Your name for it (viewers don&apos;t see it)</source>
        <translation>Tavs nosaukums (skatītāji to neredz)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Veids</translation>
    </message>
    <message>
        <source>Coupon word</source>
        <translation>Kupona vārds</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Pievienot preci</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saglabāt</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Tomēr saglabāt</translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>līdz apturēšanai</translation>
    </message>
    <message>
        <source>Minutes, or minutes and seconds: 5, 1:30 or 90s</source>
        <translation>Minūtes vai minūtes un sekundes: 5, 1:30 vai 90s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>bez robežas</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>ar roku</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Cik ilgi</translation>
    </message>
    <message>
        <source>Pieces in all</source>
        <translation>Gabali kopā</translation>
    </message>
    <message>
        <source>For one buyer</source>
        <translation>Vienam pircējam</translation>
    </message>
    <message>
        <source>Starts and stops with</source>
        <translation>Sākas un beidzas ar</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Prece</translation>
    </message>
    <message>
        <source>Pieces in one bundle</source>
        <translation>Gabali vienā komplektā</translation>
    </message>
    <message>
        <source>Price of one piece</source>
        <translation>Viena gabala cena</translation>
    </message>
    <message>
        <source>Take the product out</source>
        <translation>Izņemt preci</translation>
    </message>
    <message>
        <source>Give the offer a name.</source>
        <translation>Dod piedāvājumam nosaukumu.</translation>
    </message>
    <message>
        <source>Give the word that viewers type.</source>
        <translation>Ieraksti vārdu, ko skatītāji ievada.</translation>
    </message>
    <message>
        <source>Give the price of one piece: 7 or 7.50.</source>
        <translation>Ieraksti viena gabala cenu: 7 vai 7,50.</translation>
    </message>
    <message>
        <source>Give minutes, or minutes and seconds, up to 24 hours: 5, 1:30 or 90s.</source>
        <translation>Ieraksti minūtes vai minūtes un sekundes, līdz 24 stundām: 5, 1:30 vai 90s.</translation>
    </message>
    <message>
        <source>Save again if you mean it.</source>
        <translation>Saglabā vēlreiz, ja tā domāts.</translation>
    </message>
    <message>
        <source>%1 (no longer in this show)</source>
        <translation>%1 (šajā raidījumā vairs nav)</translation>
    </message>
    <message>
        <source>Choose a product that this show sells.</source>
        <translation>Izvēlies preci, ko pārdod šis raidījums.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::OfferRow</name>
    <message>
        <source>Start</source>
        <translation>Sākt</translation>
    </message>
    <message>
        <source>+1 min</source>
        <translation>+1 min.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Apturēt</translation>
    </message>
    <message>
        <source>One minute more: %1</source>
        <translation>Vēl minūte: %1</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Vēl minūte</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Apturēt: %1</translation>
    </message>
    <message>
        <source>Stop the offer</source>
        <translation>Apturēt piedāvājumu</translation>
    </message>
    <message>
        <source>Next · %1</source>
        <translation>Nākamais · %1</translation>
    </message>
    <message>
        <source>Press again %1</source>
        <translation>Spied vēlreiz %1</translation>
    </message>
    <message>
        <source>%1 Press again to start it, %2 s left, Escape leaves it</source>
        <translation>%1 Spied vēlreiz, lai sāktu, atlikušas %2 s, Escape atstāj</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Sākt: %1</translation>
    </message>
    <message>
        <source>Start the offer</source>
        <translation>Sākt piedāvājumu</translation>
    </message>
    <message>
        <source>Ended: %1 · %2 taken</source>
        <translation>Beidzies: %1 · paņemti %2</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::OffersDialog</name>
    <message>
        <source>Offers</source>
        <translation>Piedāvājumi</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Piedāvājums</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Veids</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Cena</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stāvoklis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Jauns…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Labot…</translation>
    </message>
    <message>
        <source>Plan anew…</source>
        <translation>Plānot no jauna…</translation>
    </message>
    <message>
        <source>A new offer with the same lines, for one that is over</source>
        <translation>Jauns piedāvājums ar tām pašām rindām, ja vecais beidzies</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Noņemt</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Sākt</translation>
    </message>
    <message>
        <source>Press again %1</source>
        <translation>Spied vēlreiz %1</translation>
    </message>
    <message>
        <source>+1 min</source>
        <translation>+1 min.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Apturēt</translation>
    </message>
    <message>
        <source>with “%1”</source>
        <translation>ar „%1”</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::OffersPanel</name>
    <message>
        <source>Offers</source>
        <translation>Piedāvājumi</translation>
    </message>
    <message>
        <source>All…</source>
        <translation>Visi…</translation>
    </message>
    <message>
        <source>All offers</source>
        <translation>Visi piedāvājumi</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n darbojas</numerusform>
            <numerusform>%n darbojas</numerusform>
            <numerusform>%n darbojas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrina::ui::OrderImportDialog</name>
    <message>
        <source>Import orders</source>
        <translation>Importēt pasūtījumus</translation>
    </message>
    <message>
        <source>Leave out the orders that can&apos;t be read</source>
        <translation>Izlaist pasūtījumus, ko nevar nolasīt</translation>
    </message>
    <message>
        <source>The orders of the table and what becomes of each</source>
        <translation>Tabulas pasūtījumi un kas ar katru notiek</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Rinda</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pasūtījums</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Kas ar to notiek</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importēt</translation>
    </message>
    <message>
        <source>Import orders from “%1”</source>
        <translation>Importēt pasūtījumus no „%1”</translation>
    </message>
    <message>
        <source>our own layout</source>
        <translation>mūsu pašu izkārtojums</translation>
    </message>
    <message numerus="yes">
        <source>%n rows, %1. An order that is known already is not counted again.</source>
        <translation>
            <numerusform>%n rinda, %1. Jau zināmu pasūtījumu neskaita vēlreiz.</numerusform>
            <numerusform>%n rindas, %1. Jau zināmu pasūtījumu neskaita vēlreiz.</numerusform>
            <numerusform>%n rindu, %1. Jau zināmu pasūtījumu neskaita vēlreiz.</numerusform>
        </translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>nevar nolasīt</translation>
    </message>
    <message>
        <source>Done: %1 new, %2 changed, %3 known, %4 not of this show, %5 not taken.</source>
        <translation>Gatavs: %1 jauni, %2 mainīti, %3 zināmi, %4 nav no šī raidījuma, %5 nav pieņemti.</translation>
    </message>
    <message>
        <source>%1 of %2 orders are through…</source>
        <translation>Cauri %1 no %2 pasūtījumiem…</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 known, %4 not of this show, %5 can&apos;t be read</source>
        <translation>%1 jauni, %2 mainīti, %3 zināmi, %4 nav no šī raidījuma, %5 nevar nolasīt</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::OrderPane</name>
    <message>
        <source>Paid</source>
        <translation>Apmaksāts</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Iepakots</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Nosūtīts</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Izņemts</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Soli atpakaļ</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Atcelt pasūtījumu</translation>
    </message>
    <message>
        <source>Amount to pay back</source>
        <translation>Atmaksājamā summa</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>visu</translation>
    </message>
    <message>
        <source>Pieces are for sale again</source>
        <translation>Gabali atkal pārdošanā</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>Atmaksāt</translation>
    </message>
    <message>
        <source>Note to the buyer</source>
        <translation>Piezīme pircējam</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Sūtīt</translation>
    </message>
    <message>
        <source>Send the note to the buyer</source>
        <translation>Sūtīt piezīmi pircējam</translation>
    </message>
    <message>
        <source>No order is chosen.</source>
        <translation>Pasūtījums nav izvēlēts.</translation>
    </message>
    <message numerus="yes">
        <source>%n orders are chosen</source>
        <translation>
            <numerusform>Izvēlēts %n pasūtījums</numerusform>
            <numerusform>Izvēlēti %n pasūtījumi</numerusform>
            <numerusform>Izvēlēti %n pasūtījumi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>To pay %1, %2</source>
        <translation>Apmaksai %1, %2</translation>
    </message>
    <message>
        <source>Paid back %1</source>
        <translation>Atmaksāts %1</translation>
    </message>
    <message>
        <source>The buyer&apos;s data are erased.</source>
        <translation>Pircēja dati ir dzēsti.</translation>
    </message>
    <message>
        <source>Buyers are hidden: “Show buyers” asks the server for them.</source>
        <translation>Pircēji ir paslēpti: „Rādīt pircējus” pajautā serverim.</translation>
    </message>
    <message>
        <source>Asking the server whose it is…</source>
        <translation>Jautā serverim, kam tas ir…</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Piezīme: %1</translation>
    </message>
    <message>
        <source>Transfer says: %1</source>
        <translation>Pārskaitījumā: %1</translation>
    </message>
    <message>
        <source>%1 You: %2</source>
        <translation>%1 Tu: %2</translation>
    </message>
    <message>
        <source>%1 Buyer: %2</source>
        <translation>%1 Pircējs: %2</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n orders</source>
        <translation>
            <numerusform>Atcelt %n pasūtījumu</numerusform>
            <numerusform>Atcelt %n pasūtījumus</numerusform>
            <numerusform>Atcelt %n pasūtījumus</numerusform>
        </translation>
    </message>
    <message>
        <source>It was paid: %1 is to go back to the buyer</source>
        <translation>Tas bija samaksāts: pircējam jāatmaksā %1</translation>
    </message>
    <message>
        <source>It is paid</source>
        <translation>Tas ir samaksāts</translation>
    </message>
    <message>
        <source>Export buyer…</source>
        <translation>Izdot datus…</translation>
    </message>
    <message>
        <source>All that is held of this buyer, as a file for him</source>
        <translation>Viss, kas glabājas par šo pircēju, kā fails viņam</translation>
    </message>
    <message>
        <source>Erase buyer</source>
        <translation>Dzēst pircēju</translation>
    </message>
    <message>
        <source>A second press erases this buyer&apos;s name, contact, phone, address and words in all of the buyer&apos;s orders, for good. Orders, sums and stock stay, and so does what the buyer wrote in the chat, under the name given there.</source>
        <translation>Otrs spiediens uz visiem laikiem izdzēš šī pircēja vārdu, kontaktu, tālruni, adresi un rakstīto visos viņa pasūtījumos. Pasūtījumi, summas un krājumi paliek, un paliek arī tas, ko pircējs rakstīja tērzēšanā ar tur dotu vārdu.</translation>
    </message>
    <message>
        <source>Accept the order</source>
        <translation>Apstiprināt pasūtījumu</translation>
    </message>
    <message>
        <source>The show server does not answer. It is asked when it does.</source>
        <translation>Raidījuma serveris neatbild. Tam pajautās, kad tas atbildēs.</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>Atcelt %1</translation>
    </message>
    <message>
        <source>Pay back %1</source>
        <translation>Atmaksāt %1</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::OrdersDialog</name>
    <message>
        <source>Orders</source>
        <translation>Pasūtījumi</translation>
    </message>
    <message>
        <source>Search for a number, a product, a buyer</source>
        <translation>Meklēt numuru, preci, pircēju</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stāvoklis</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Visi stāvokļi</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Piedāvājums</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Prece</translation>
    </message>
    <message>
        <source>Show buyers</source>
        <translation>Rādīt pircējus</translation>
    </message>
    <message>
        <source>Names and contacts come from the server and are forgotten when this closes</source>
        <translation>Vārdus un saziņu dod serveris, un tie tiek aizmirsti, kad logs aizveras</translation>
    </message>
    <message>
        <source>Picking list by product…</source>
        <translation>Komplektēšana pa precēm…</translation>
    </message>
    <message>
        <source>By order…</source>
        <translation>Pa pasūtījumiem…</translation>
    </message>
    <message>
        <source>Packing slips…</source>
        <translation>Sūtījumu lapas…</translation>
    </message>
    <message>
        <source>Carrier&apos;s table…</source>
        <translation>Tabula kurjeram…</translation>
    </message>
    <message>
        <source>Void since…</source>
        <translation>Anulēt kopš…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>All offers</source>
        <translation>Visi piedāvājumi</translation>
    </message>
    <message>
        <source>All products</source>
        <translation>Visas preces</translation>
    </message>
    <message>
        <source>Net: without what was cancelled or paid back</source>
        <translation>Neto: bez atceltā un atmaksātā</translation>
    </message>
    <message>
        <source>Erased: the buyer of %1. The receipt, without a name, stands in the show&apos;s journal.</source>
        <translation>Izdzēsts: %1 pircējs. Apliecinājums bez vārda ir raidījuma žurnālā.</translation>
    </message>
    <message>
        <source>Orders: %1 · pieces: %2 · GMV %3 · net %4</source>
        <translation>Pasūtījumi: %1 · gab.: %2 · apgrozījums %3 · neto %4</translation>
    </message>
    <message>
        <source>Import orders…</source>
        <translation>Importēt pasūtījumus…</translation>
    </message>
    <message>
        <source>From the table that the shop with the checkout exports</source>
        <translation>No tabulas, ko eksportē veikals, kurā pircēji maksā</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::OrdersModel</name>
    <message>
        <source>%1 back</source>
        <translation>atmaksāts %1</translation>
    </message>
    <message>
        <source>%1 · change on its way</source>
        <translation>%1 · maiņa ceļā</translation>
    </message>
    <message>
        <source>data erased</source>
        <translation>dati dzēsti</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Laiks</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Pircējs</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Kas</translation>
    </message>
    <message>
        <source>Pcs</source>
        <translation>Gab.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Apmaksai</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Piegāde</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Maksājums</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stāvoklis</translation>
    </message>
    <message>
        <source>Buyer&apos;s wish</source>
        <translation>Pircēja vēlme</translation>
    </message>
    <message>
        <source>%1 to pay back</source>
        <translation>%1 jāatmaksā</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::OutsideDialog</name>
    <message>
        <source>Mail and other shops</source>
        <translation>E-pasts un citi veikali</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saglabāt</translation>
    </message>
    <message>
        <source>Mail that confirms orders</source>
        <translation>Vēstules, kas apstiprina pasūtījumus</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>E-pasta serveris</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Drošība</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Lietotājs</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>Sūtītāja adrese</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Noņemt</translation>
    </message>
    <message>
        <source>Remove the mail server</source>
        <translation>Noņemt e-pasta serveri</translation>
    </message>
    <message>
        <source>Test mail to</source>
        <translation>Pārbaudes vēstule uz</translation>
    </message>
    <message>
        <source>Send a test mail</source>
        <translation>Nosūtīt pārbaudes vēstuli</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Sūta…</translation>
    </message>
    <message>
        <source>Messages of the shop where buyers check out</source>
        <translation>Ziņojumi no veikala, kurā pircēji noformē pirkumu</translation>
    </message>
    <message>
        <source>Secret, as that shop shows it</source>
        <translation>Slepenā atslēga, kā to rāda tas veikals</translation>
    </message>
    <message>
        <source>Remove the secret</source>
        <translation>Noņemt slepeno atslēgu</translation>
    </message>
    <message>
        <source>Address to enter there as webhook for orders</source>
        <translation>Adrese, kas tur jāieraksta pasūtījumu ziņojumiem (webhook)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopēt</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Kopēt adresi</translation>
    </message>
    <message>
        <source>Shop that orders are handed on to (Vendure)</source>
        <translation>Veikals, kuram nodod pasūtījumus (Vendure)</translation>
    </message>
    <message>
        <source>Address of its admin API</source>
        <translation>Tā pārvaldības saskarnes (admin API) adrese</translation>
    </message>
    <message>
        <source>Remove the shop</source>
        <translation>Noņemt veikalu</translation>
    </message>
    <message>
        <source>is set; type to replace it</source>
        <translation>ir iestatīta; raksti, lai nomainītu</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nav iestatīta</translation>
    </message>
    <message>
        <source>The mail server&apos;s name is missing.</source>
        <translation>Trūkst e-pasta servera vārda.</translation>
    </message>
    <message>
        <source>The mail server&apos;s name is no name of a computer: only “mail.example”, without “https”.</source>
        <translation>E-pasta servera vārds nav datora vārds: tikai „mail.example”, bez „https”.</translation>
    </message>
    <message>
        <source>The sender&apos;s address is missing or no e-mail address.</source>
        <translation>Sūtītāja adreses trūkst vai tā nav e-pasta adrese.</translation>
    </message>
    <message>
        <source>The shop&apos;s address must begin with https://.</source>
        <translation>Veikala adresei jāsākas ar https://.</translation>
    </message>
    <message>
        <source>The shop&apos;s address is missing.</source>
        <translation>Trūkst veikala adreses.</translation>
    </message>
    <message>
        <source>The mail server has taken the test mail. See whether it has come.</source>
        <translation>E-pasta serveris pārbaudes vēstuli pieņēma. Paskaties, vai tā ir atnākusi.</translation>
    </message>
    <message>
        <source>What was kept is not used: others can read its file. Set it anew. %1</source>
        <translation>Saglabātais netiek lietots: tā failu var lasīt citi. Iestati to no jauna. %1</translation>
    </message>
    <message>
        <source>the show server has not said it yet</source>
        <translation>raidījuma serveris to vēl nav pateicis</translation>
    </message>
    <message>
        <source>known once the secret is set</source>
        <translation>zināma, kad slepenā atslēga ir iestatīta</translation>
    </message>
    <message>
        <source>A shop on the internet can&apos;t open this address. Pair with a server elsewhere first: Show › Pair with a server.</source>
        <translation>Veikals internetā šo adresi atvērt nevar. Vispirms savieno ar serveri citur: Raidījums › Savienot ar serveri.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::PageDialog</name>
    <message>
        <source>The viewers&apos; page</source>
        <translation>Skatītāju lapa</translation>
    </message>
    <message>
        <source>Viewers watch, chat and buy at this address.</source>
        <translation>Šajā adresē skatītāji skatās, tērzē un pērk.</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>Lapas adrese</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Kopēt adresi</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Nokopēta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Phones on this network</source>
        <translation>Tālruņi šajā tīklā</translation>
    </message>
    <message>
        <source>Fingerprint of the certificate</source>
        <translation>Sertifikāta nospiedums</translation>
    </message>
    <message>
        <source>Pair with a server…</source>
        <translation>Savienot ar serveri…</translation>
    </message>
    <message>
        <source>Only this computer can open it.</source>
        <translation>To var atvērt tikai šis dators.</translation>
    </message>
    <message>
        <source>Everyone on this network can open it, nobody outside.</source>
        <translation>To var atvērt visi šajā tīklā, ārpus tā – neviens.</translation>
    </message>
    <message>
        <source>Everyone can open it.</source>
        <translation>To var atvērt visi.</translation>
    </message>
    <message>
        <source>There is no address yet.</source>
        <translation>Adreses vēl nav.</translation>
    </message>
    <message>
        <source>Paired server…</source>
        <translation>Savienotais serveris…</translation>
    </message>
    <message>
        <source>Phones can&apos;t be let in. %1</source>
        <translation>Tālruņus nevar ielaist. %1</translation>
    </message>
    <message>
        <source>Scan the code with the phone&apos;s camera. The phone warns that it does not know this certificate, as it is this computer&apos;s own: choose “Advanced” and go on (iPhone: “Show Details”, “visit this website”). It asks once. Whoever is in doubt compares the certificate&apos;s SHA-256 fingerprint:</source>
        <translation>Noskenē kodu ar tālruņa kameru. Tālrunis brīdina, ka nepazīst šo sertifikātu, jo to izdevis šis dators pats: izvēlies „Papildu” un turpini (iPhone: „Rādīt detaļas”, „apmeklēt šo vietni”). Tas jautā vienreiz. Ja rodas šaubas, salīdzini sertifikāta SHA-256 nospiedumu:</translation>
    </message>
    <message>
        <source>In words: %1</source>
        <translation>Vārdos: %1</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::PairDialog</name>
    <message>
        <source>A server elsewhere</source>
        <translation>Serveris citur</translation>
    </message>
    <message>
        <source>A show server with a public name lets everyone watch and buy, and the video goes up from here only once. On that machine run “vitrina-server setup --name its.name”: it prints a code that is good once, for 15 minutes.</source>
        <translation>Ar raidījuma serveri, kam ir publisks nosaukums, skatīties un pirkt var visi, un video no šejienes tiek sūtīts tikai vienreiz. Tajā datorā palaid „vitrina-server setup --name its.name”: tas izdrukā kodu, kas der vienreiz, 15 minūtes.</translation>
    </message>
    <message>
        <source>Pairing code</source>
        <translation>Savienošanas kods</translation>
    </message>
    <message>
        <source>Serve from this computer</source>
        <translation>Rādīt no šī datora</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Savienot</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Jautā…</translation>
    </message>
    <message>
        <source>From the next start of Vitrina on this computer serves the page.</source>
        <translation>Sākot ar nākamo Vitrina palaišanu, lapu rādīs šis dators.</translation>
    </message>
    <message>
        <source>Paired. It serves the page from the next start of Vitrina on.</source>
        <translation>Savienots. Sākot ar nākamo Vitrina palaišanu, lapu rādīs šis serveris.</translation>
    </message>
    <message>
        <source>The code is not whole or a letter is wrong. Compare it with the server&apos;s.</source>
        <translation>Kods nav pilns, vai kāds burts ir nepareizs. Salīdzini to ar servera kodu.</translation>
    </message>
    <message>
        <source>The server does not take this code: it was used, or its 15 minutes are over. Make a new one there.</source>
        <translation>Serveris šo kodu nepieņem: tas jau izmantots, vai tā 15 minūtes ir beigušās. Izveido tur jaunu.</translation>
    </message>
    <message>
        <source>The server does not answer. Is it running, and may its port be reached from here?</source>
        <translation>Serveris neatbild. Vai tas darbojas, un vai tā ports no šejienes ir sasniedzams?</translation>
    </message>
    <message>
        <source>Now this computer serves the page.</source>
        <translation>Tagad lapu rāda šis dators.</translation>
    </message>
    <message>
        <source>Now %1 serves the page.</source>
        <translation>Tagad lapu rāda %1.</translation>
    </message>
    <message>
        <source>How far the show has moved</source>
        <translation>Cik tālu raidījums ir pārcelts</translation>
    </message>
    <message>
        <source>Move the show there</source>
        <translation>Pārcelt raidījumu uz turieni</translation>
    </message>
    <message>
        <source>Move the show here</source>
        <translation>Pārcelt raidījumu šurp</translation>
    </message>
    <message>
        <source>Cancel the move</source>
        <translation>Atcelt pārcelšanu</translation>
    </message>
    <message>
        <source>The show has moved. The new server opens it.</source>
        <translation>Raidījums ir pārcelts. Jaunais serveris to atver.</translation>
    </message>
    <message>
        <source>The show moves: nothing is sold until it has arrived. Checkouts keep their time.</source>
        <translation>Raidījumu pārceļ: līdz tas nonāks galā, nekas netiek pārdots. Iesāktie pirkumi savu laiku nezaudē.</translation>
    </message>
    <message>
        <source>The show stays: a server does not answer. Orders are kept where the show is, so it can&apos;t be moved without that server. A show that was never live can begin there instead: start Vitrina again.</source>
        <translation>Raidījums paliek savā vietā: kāds serveris neatbild. Pasūtījumi glabājas tur, kur ir raidījums, tāpēc bez tā servera to pārcelt nevar. Raidījumu, kas vēl nav bijis ēterā, var sākt tur no jauna: palaid Vitrina vēlreiz.</translation>
    </message>
    <message>
        <source>The show stays where it is. %1</source>
        <translation>Raidījums paliek, kur bijis. %1</translation>
    </message>
    <message>
        <source>The show that is open now can move to %1 with its orders and checkouts.</source>
        <translation>Atvērto raidījumu ar pasūtījumiem un iesāktajiem pirkumiem var pārcelt uz %1.</translation>
    </message>
    <message>
        <source>The show that is open now can move to this computer with its orders and checkouts.</source>
        <translation>Atvērto raidījumu ar pasūtījumiem un iesāktajiem pirkumiem var pārcelt uz šo datoru.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::PanicRow</name>
    <message>
        <source>Close the panic keys</source>
        <translation>Aizvērt panikas taustiņus</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Aizvērt (Esc)</translation>
    </message>
    <message>
        <source>Panic keys</source>
        <translation>Panikas taustiņi</translation>
    </message>
    <message>
        <source>Press again %1</source>
        <translation>Spied vēlreiz %1</translation>
    </message>
    <message>
        <source>A second press does it; Esc leaves it</source>
        <translation>Otrs spiediens izpilda; Esc atceļ</translation>
    </message>
    <message>
        <source>%1: press again, %2 s left, Escape leaves it</source>
        <translation>%1: spied vēlreiz, atlikušas %2 s, Escape atceļ</translation>
    </message>
    <message>
        <source>%1, press twice</source>
        <translation>%1, spied divreiz</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::PhotoDialog</name>
    <message>
        <source>Photo of the product</source>
        <translation>Preces foto</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Nav attēla</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>There is no camera to take a photo with. Add one under “Cameras…”, then come back.</source>
        <translation>Nav kameras, ar ko nofotografēt. Pievieno to sadaļā „Kameras…” un tad nāc atpakaļ.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Cameras…</source>
        <translation>Kameras…</translation>
    </message>
    <message>
        <source>Take photo</source>
        <translation>Nofotografēt</translation>
    </message>
    <message>
        <source>This camera shows no picture now. Check that it runs, or choose another one.</source>
        <translation>Šī kamera pašlaik attēlu nerāda. Pārbaudi, vai tā darbojas, vai izvēlies citu.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::PlacesDialog</name>
    <message>
        <source>Where overlays stand</source>
        <translation>Kur kas stāv attēlā</translation>
    </message>
    <message>
        <source>Where things stand on the picture</source>
        <translation>Kur kas stāv attēlā</translation>
    </message>
    <message>
        <source>For this shape of picture. The disclosure label has its place to itself.</source>
        <translation>Šīs formas attēlam. Reklāmas norādes vieta pieder tikai tai.</translation>
    </message>
    <message>
        <source>Product card</source>
        <translation>Preces kartīte</translation>
    </message>
    <message>
        <source>Disclosure label</source>
        <translation>Reklāmas norāde</translation>
    </message>
    <message>
        <source>Lower third</source>
        <translation>Titrs</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>Laika atskaite</translation>
    </message>
    <message>
        <source>The usual places</source>
        <translation>Parastās vietas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Paturēt</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Augšā pa kreisi</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Augšā vidū</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Augšā pa labi</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Apakšā pa kreisi</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Apakšā vidū</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Apakšā pa labi</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ProductDialog</name>
    <message>
        <source>Product</source>
        <translation>Prece</translation>
    </message>
    <message>
        <source>Only to be collected, is not sent</source>
        <translation>Tikai saņemšanai uz vietas, netiek sūtīta</translation>
    </message>
    <message>
        <source>Sell in this show</source>
        <translation>Pārdot šajā raidījumā</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saglabāt</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Bez foto</translation>
    </message>
    <message>
        <source>Without photo</source>
        <translation>Preci rādīt bez foto</translation>
    </message>
    <message>
        <source>Photo from a file</source>
        <translation>Foto no datnes</translation>
    </message>
    <message>
        <source>Add variant</source>
        <translation>Pievienot variantu</translation>
    </message>
    <message>
        <source>Remove variant</source>
        <translation>Noņemt variantu</translation>
    </message>
    <message>
        <source>the shop&apos;s</source>
        <translation>kā veikalam</translation>
    </message>
    <message>
        <source>What viewers write in chat to buy it</source>
        <translation>Ko skatītāji raksta tērzētavā, lai to pirktu</translation>
    </message>
    <message>
        <source>One statement in each line</source>
        <translation>Katrā rindā viens apgalvojums</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nosaukums</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kods</translation>
    </message>
    <message>
        <source>VAT, %</source>
        <translation>PVN, %</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Apraksts</translation>
    </message>
    <message>
        <source>Must not be said</source>
        <translation>Ko nedrīkst teikt</translation>
    </message>
    <message>
        <source>Prices it had, the newest first</source>
        <translation>Cenas, kādas tai bijušas, jaunākā pirmā</translation>
    </message>
    <message>
        <source>Why the pieces are others</source>
        <translation>Kāpēc gabalu skaits ir cits</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Jauna prece</translation>
    </message>
    <message>
        <source>Product “%1”</source>
        <translation>Prece „%1”</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 – %2 – %3 – %4</translation>
    </message>
    <message>
        <source>None is known yet: a “was” price can be shown after 30 days.</source>
        <translation>Vēl neviena nav zināma: iepriekšējo cenu var rādīt pēc 30 dienām.</translation>
    </message>
    <message>
        <source>Say why the pieces are others: the show sells them, and the reason is kept.</source>
        <translation>Pasaki, kāpēc gabalu skaits ir cits: raidījums tos pārdod, un iemesls tiek saglabāts.</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Tomēr saglabāt</translation>
    </message>
    <message>
        <source>%1 costs %2 → %3. Save again if you mean it.</source>
        <translation>%1 cena: %2 → %3. Saglabā vēlreiz, ja tā domāts.</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>No datnes…</translation>
    </message>
    <message>
        <source>Camera…</source>
        <translation>Ar kameru…</translation>
    </message>
    <message>
        <source>Photo from a camera</source>
        <translation>Foto ar kameru</translation>
    </message>
    <message>
        <source>Its prices are in %1, and this show sells in %2. Keep it without selling it here.</source>
        <translation>Tās cenas ir %1, bet šis raidījums pārdod %2. Saglabā to, šeit nepārdodot.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ProductImportDialog</name>
    <message>
        <source>Import products</source>
        <translation>Importēt preces</translation>
    </message>
    <message>
        <source>Leave out the rows that can&apos;t be taken</source>
        <translation>Izlaist rindas, ko nevar pieņemt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importēt</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Burti</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>kā atrasts</translation>
    </message>
    <message>
        <source>Baltic (Windows-1257)</source>
        <translation>Baltijas (Windows-1257)</translation>
    </message>
    <message>
        <source>Western (Latin-1)</source>
        <translation>Rietumu (Latin-1)</translation>
    </message>
    <message>
        <source>How its letters are written</source>
        <translation>Kā pierakstīti tās burti</translation>
    </message>
    <message>
        <source>The first rows of the table; what each column holds stands above it</source>
        <translation>Tabulas pirmās rindas; virs katras slejas norādīts, kas tajā ir</translation>
    </message>
    <message>
        <source>How much of the table has been read</source>
        <translation>Cik daudz no tabulas ir nolasīts</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Kas mainītos</translation>
    </message>
    <message>
        <source>Rows that need a look</source>
        <translation>Rindas, kas jāapskata</translation>
    </message>
    <message>
        <source>Import products from “%1”</source>
        <translation>Importēt preces no „%1”</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lasa…</translation>
    </message>
    <message>
        <source>Its letters are not written that way. Choose another.</source>
        <translation>Tās burti nav pierakstīti šādi. Izvēlies citu veidu.</translation>
    </message>
    <message>
        <source>Column %1 holds</source>
        <translation>Kas ir %1. slejā</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>tabulatoru</translation>
    </message>
    <message>
        <source>Read as %1 · cells between %2</source>
        <translation>Lasīts kā %1 · šūnas atdalītas ar %2</translation>
    </message>
    <message numerus="yes">
        <source>New: %1 (%n variants)</source>
        <translation>
            <numerusform>Jauna: %1 (%n variants)</numerusform>
            <numerusform>Jauna: %1 (%n varianti)</numerusform>
            <numerusform>Jauna: %1 (%n variantu)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… un vēl %n</numerusform>
            <numerusform>… un vēl %n</numerusform>
            <numerusform>… un vēl %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nekas nemainītos.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1. rinda: %2</translation>
    </message>
    <message>
        <source>All rows can be taken.</source>
        <translation>Visas rindas var pieņemt.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n products</source>
        <translation>
            <numerusform>Importēt %n preci</numerusform>
            <numerusform>Importēt %n preces</numerusform>
            <numerusform>Importēt %n preču</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 new · %2 changed · %3 unchanged</source>
        <translation>jaunas %1 · mainītas %2 · nemainītas %3</translation>
    </message>
    <message>
        <source>Say which column holds the SKU: each variant is known by it.</source>
        <translation>Norādi, kurā slejā ir artikuls: pēc tā pazīst katru variantu.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows can&apos;t be taken</source>
        <translation>
            <numerusform>%n rindu nevar pieņemt</numerusform>
            <numerusform>%n rindas nevar pieņemt</numerusform>
            <numerusform>%n rindu nevar pieņemt</numerusform>
        </translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation>Saglabā…</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ProductList</name>
    <message numerus="yes">
        <source>%n variants</source>
        <translation>
            <numerusform>%n variants</numerusform>
            <numerusform>%n varianti</numerusform>
            <numerusform>%n variantu</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>no %1</translation>
    </message>
    <message>
        <source>in this show</source>
        <translation>šajā raidījumā</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nosaukums</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kods</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikuls</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Cena</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Gabali</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Raidījums</translation>
    </message>
    <message>
        <source>differs here</source>
        <translation>šeit citādi</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ProductsDialog</name>
    <message>
        <source>Products</source>
        <translation>Preces</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Jauna prece</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importēt…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksportēt…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Labot</translation>
    </message>
    <message>
        <source>Sell in this show</source>
        <translation>Pārdot šajā raidījumā</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Meklēt</translation>
    </message>
    <message>
        <source>Search by name, code or SKU</source>
        <translation>Meklē pēc nosaukuma, koda vai artikula</translation>
    </message>
    <message>
        <source>Products that this show sells and the shop book does not have yet</source>
        <translation>Preces, ko šis raidījums pārdod un kuru veikala grāmatā vēl nav</translation>
    </message>
    <message>
        <source>The shop&apos;s products</source>
        <translation>Veikala preces</translation>
    </message>
    <message numerus="yes">
        <source>Keep %n products of this show</source>
        <translation>
            <numerusform>Saglabāt %n šī raidījuma preci</numerusform>
            <numerusform>Saglabāt %n šī raidījuma preces</numerusform>
            <numerusform>Saglabāt %n šī raidījuma preču</numerusform>
        </translation>
    </message>
    <message>
        <source>The shop book can&apos;t be used. %1</source>
        <translation>Veikala grāmatu nevar lietot. %1</translation>
    </message>
    <message numerus="yes">
        <source>Products · %n shown</source>
        <translation>
            <numerusform>Preces · redzama %n</numerusform>
            <numerusform>Preces · redzamas %n</numerusform>
            <numerusform>Preces · redzamas %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Noņemt</translation>
    </message>
    <message>
        <source>Press again %1</source>
        <translation>Spied vēlreiz %1</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::QrCode</name>
    <message>
        <source>QR code of %1</source>
        <translation>%1 QR kods</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::RemoveDialog</name>
    <message>
        <source>Remove</source>
        <translation>Izņemt</translation>
    </message>
    <message>
        <source>Remove the part “%1” with its rows?</source>
        <translation>Izņemt daļu “%1” ar tās punktiem?</translation>
    </message>
    <message>
        <source>“%1” is next. Remove it?</source>
        <translation>“%1” ir nākamais. Izņemt?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Paturēt</translation>
    </message>
    <message>
        <source>Undo brings them back.</source>
        <translation>Atsaukšana tos atgriež.</translation>
    </message>
    <message>
        <source>The row after it becomes next. Undo brings the row back.</source>
        <translation>Nākamais kļūst punkts aiz tā. Atsaukšana punktu atgriež.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ResumeDialog</name>
    <message>
        <source>Resume the show?</source>
        <translation>Turpināt raidījumu?</translation>
    </message>
    <message>
        <source>Vitrina did not close in order during “%1” (item %2, %3).</source>
        <translation>Vitrina netika aizvērta kārtīgi raidījuma “%1” laikā (%2. punkts, %3).</translation>
    </message>
    <message>
        <source>Vitrina did not close in order during “%1” (%2).</source>
        <translation>Vitrina netika aizvērta kārtīgi raidījuma “%1” laikā (%2).</translation>
    </message>
    <message>
        <source>On air was: %1</source>
        <translation>Ēterā bija: %1</translation>
    </message>
    <message>
        <source>Resuming goes on at the same item and scene, live, with the same page, stock and orders. A new run starts from the beginning; the old one stays in the file.</source>
        <translation>Turpinot tiešraide iet tālāk tajā pašā punktā un ainā, ar to pašu lapu, krājumu un pasūtījumiem. Jauns raidījums sākas no sākuma; vecais paliek failā.</translation>
    </message>
    <message>
        <source>Resuming goes on in standby where you were. A new run starts from the beginning; the old one stays in the file.</source>
        <translation>Turpinot paliec gatavībā, kur biji. Jauns raidījums sākas no sākuma; vecais paliek failā.</translation>
    </message>
    <message>
        <source>Start a new run</source>
        <translation>Sākt no jauna</translation>
    </message>
    <message>
        <source>Resume at the same item</source>
        <translation>Turpināt tajā pašā punktā</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Turpināt</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::RundownDelegate</name>
    <message>
        <source>SOLD OUT</source>
        <translation>IZPĀRDOTS</translation>
    </message>
    <message>
        <source>0 · %1 held</source>
        <translation>0 · %1 pie kases</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>beigsies %1</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::RundownDesk</name>
    <message>
        <source>Import rows</source>
        <translation>Importēt rindas</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabulas (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Visi faili (*)</translation>
    </message>
    <message>
        <source>Export rundown</source>
        <translation>Eksportēt norises plānu</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabulas (*.csv)</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be imported</source>
        <translation>“%1” nevar importēt</translation>
    </message>
    <message>
        <source>Exported to “%1”</source>
        <translation>Eksportēts uz “%1”</translation>
    </message>
    <message>
        <source>The rundown can&apos;t be exported</source>
        <translation>Norises plānu nevar eksportēt</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::RundownEditor</name>
    <message>
        <source>Edit title</source>
        <translation>Labot nosaukumu</translation>
    </message>
    <message>
        <source>Edit planned time</source>
        <translation>Labot plānoto laiku</translation>
    </message>
    <message>
        <source>Add row below</source>
        <translation>Pievienot punktu zemāk</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dublēt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Izņemt</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Pārvietot augstāk</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Pārvietot zemāk</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Izlaist</translation>
    </message>
    <message>
        <source>Put in reserve</source>
        <translation>Likt rezervē</translation>
    </message>
    <message>
        <source>Add part below</source>
        <translation>Pievienot daļu zemāk</translation>
    </message>
    <message>
        <source>No longer skip</source>
        <translation>Vairs neizlaist</translation>
    </message>
    <message>
        <source>Take out of reserve</source>
        <translation>Ņemt no rezerves</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nosaukums</translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation>Plānotais laiks</translation>
    </message>
    <message>
        <source>90, 90s, 1:30 or 1.30</source>
        <translation>90, 90s, 1:30 vai 1.30</translation>
    </message>
    <message>
        <source>New row</source>
        <translation>Jauns punkts</translation>
    </message>
    <message>
        <source>New part</source>
        <translation>Jauna daļa</translation>
    </message>
    <message>
        <source>Label on the picture…</source>
        <translation>Reklāmas norāde attēlā…</translation>
    </message>
    <message>
        <source>Edit row…</source>
        <translation>Rediģēt rindu…</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Atzīme</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::RundownPanel</name>
    <message>
        <source>Item</source>
        <translation>Punkts</translation>
    </message>
    <message>
        <source>Rundown</source>
        <translation>Norises plāns</translation>
    </message>
    <message>
        <source>Keep the item on air in view</source>
        <translation>Turēt redzamu punktu, kas ir ēterā</translation>
    </message>
    <message>
        <source>Follow the item on air, on</source>
        <translation>Sekot punktam ēterā, ieslēgts</translation>
    </message>
    <message>
        <source>Follow the item on air, off</source>
        <translation>Sekot punktam ēterā, izslēgts</translation>
    </message>
    <message>
        <source>Double click or Enter: make it next</source>
        <translation>Dubultklikšķis vai Enter: padarīt par nākamo</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Ailes</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Pievienot rindu</translation>
    </message>
    <message>
        <source>Add a row below (Ins)</source>
        <translation>Pievienot rindu zemāk (Ins)</translation>
    </message>
    <message>
        <source>More for the rundown</source>
        <translation>Vēl par norises plānu</translation>
    </message>
    <message>
        <source>Columns, import, export</source>
        <translation>Ailes, imports, eksports</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>atlicis %1</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::SceneEditor</name>
    <message>
        <source>Scene: %1</source>
        <translation>Aina: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Atsaukt</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Atkārtot</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saglabāt</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Attēla laukums</translation>
    </message>
    <message>
        <source>Each shape of canvas has a layout of its own</source>
        <translation>Katrai attēla formai ir savs izkārtojums</translation>
    </message>
    <message>
        <source>Safe areas</source>
        <translation>Drošās zonas</translation>
    </message>
    <message>
        <source>90 % for what happens, 80 % for words</source>
        <translation>90 % notiekošajam, 80 % vārdiem</translation>
    </message>
    <message>
        <source>Ready layout</source>
        <translation>Gatavs izkārtojums</translation>
    </message>
    <message>
        <source>Puts the pictures where the scene&apos;s role has them</source>
        <translation>Novieto attēlus tā, kā tie ir šādās ainās</translation>
    </message>
    <message>
        <source>Name of the scene</source>
        <translation>Ainas nosaukums</translation>
    </message>
    <message>
        <source>Role of the scene</source>
        <translation>Ainas loma</translation>
    </message>
    <message>
        <source>Items of the rundown ask for a role, not for a scene</source>
        <translation>Plāna punkti prasa lomu, nevis konkrētu ainu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nosaukums</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Loma</translation>
    </message>
    <message>
        <source>Pictures, the uppermost first</source>
        <translation>Attēli, augšējais pirmais</translation>
    </message>
    <message>
        <source>Source to add</source>
        <translation>Pievienojamais avots</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Pievienot</translation>
    </message>
    <message>
        <source>Add the source on top</source>
        <translation>Pievienot avotu virspusē</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Augšup</translation>
    </message>
    <message>
        <source>Bring it up</source>
        <translation>Pacelt augstāk</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Lejup</translation>
    </message>
    <message>
        <source>Send it down</source>
        <translation>Nolaist zemāk</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Izņemt</translation>
    </message>
    <message>
        <source>Take it out of the scene</source>
        <translation>Izņemt no ainas</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>No kreisās</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>No augšas</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Platums</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Augstums</translation>
    </message>
    <message>
        <source>%1 in per cent</source>
        <translation>%1 procentos</translation>
    </message>
    <message>
        <source>%1 in pixels</source>
        <translation>%1 pikseļos</translation>
    </message>
    <message>
        <source>Fill its place, cropped</source>
        <translation>Aizpilda vietu, apgriezts</translation>
    </message>
    <message>
        <source>Whole, with bars</source>
        <translation>Viss, ar malām</translation>
    </message>
    <message>
        <source>How the picture fits its place</source>
        <translation>Kā attēls aizpilda savu vietu</translation>
    </message>
    <message>
        <source>The changes are not saved. Close once more to drop them.</source>
        <translation>Izmaiņas nav saglabātas. Aizver vēlreiz, lai tās atmestu.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ScenesDialog</name>
    <message>
        <source>Scenes</source>
        <translation>Ainas</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Pievienot…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Labot…</translation>
    </message>
    <message>
        <source>Words and time…</source>
        <translation>Vārdi un laiks…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Augšup</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Lejup</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Izņemt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>It is on program</source>
        <translation>Tā ir programmā</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::SellingDesk</name>
    <message>
        <source>No offer of the plan can start now. Plan one under “Offers”.</source>
        <translation>Neviens plānotais piedāvājums tagad nevar sākties. Ieplāno kādu sadaļā „Piedāvājumi”.</translation>
    </message>
    <message>
        <source>No offer runs, so there is nothing to extend.</source>
        <translation>Neviens piedāvājums nedarbojas, nav ko pagarināt.</translation>
    </message>
    <message>
        <source>No offer runs, so there is nothing to stop.</source>
        <translation>Neviens piedāvājums nedarbojas, nav ko apturēt.</translation>
    </message>
    <message>
        <source>The server has not named all buyers. Nothing was written; try again.</source>
        <translation>Serveris nav nosaucis visus pircējus. Nekas nav ierakstīts; mēģini vēlreiz.</translation>
    </message>
    <message>
        <source>The show server does not answer, so buyers can&apos;t be named. Try again when it does.</source>
        <translation>Šova serveris neatbild, tāpēc pircējus nevar nosaukt. Mēģini, kad tas atbild.</translation>
    </message>
    <message>
        <source>packing slips</source>
        <translation>sūtījumu lapas</translation>
    </message>
    <message>
        <source>carrier</source>
        <translation>kurjeram</translation>
    </message>
    <message>
        <source>picking list</source>
        <translation>komplektēšana</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Saglabāt kā</translation>
    </message>
    <message>
        <source>None of the orders in the list is to be packed or sent.</source>
        <translation>Sarakstā nav neviena pasūtījuma, ko pakot vai sūtīt.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Ierakstīts: %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written. %2</source>
        <translation>%1 nevar ierakstīt. %2</translation>
    </message>
    <message>
        <source>buyer of %1</source>
        <translation>%1 pircējs</translation>
    </message>
    <message>
        <source>Asking the server whose it is…</source>
        <translation>Jautā serverim, kam tas ir…</translation>
    </message>
    <message>
        <source>Nothing is held of this order&apos;s buyer.</source>
        <translation>Par šī pasūtījuma pircēju nekas neglabājas.</translation>
    </message>
    <message>
        <source>A paper still waits for its buyers&apos; names. Wait until it is written.</source>
        <translation>Viena lapa vēl gaida pircēju vārdus. Pagaidi, līdz tā ir saglabāta.</translation>
    </message>
    <message>
        <source>A start is on its way. Press again once it is answered.</source>
        <translation>Sākums jau ir ceļā. Spied vēlreiz, kad būs atbilde.</translation>
    </message>
    <message>
        <source>A stop is on its way. Press again once it is answered.</source>
        <translation>Apturēšana jau ir ceļā. Spied vēlreiz, kad būs atbilde.</translation>
    </message>
    <message>
        <source>The seller&apos;s details hold for this show only: the shop book can&apos;t keep them. %1</source>
        <translation>Pārdevēja ziņas der tikai šim raidījumam: veikala grāmata tās nevar saglabāt. %1</translation>
    </message>
    <message>
        <source>Orders that the shop has exported</source>
        <translation>Veikala eksportētie pasūtījumi</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabulas (*.csv *.tsv *.txt);;Visi faili (*)</translation>
    </message>
    <message>
        <source>%1 is no table of orders that Shopify, WooCommerce or Vitrina writes: its headings are others. Export the orders anew, with all columns.</source>
        <translation>%1 nav pasūtījumu tabula, kādu raksta Shopify, WooCommerce vai Vitrina: tai ir citi virsraksti. Eksportē pasūtījumus no jauna, ar visām ailēm.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read. %2</source>
        <translation>%1 nevar nolasīt. %2</translation>
    </message>
    <message>
        <source>The show server does not answer. Import again when it does: no order is counted twice.</source>
        <translation>Raidījuma serveris neatbild. Importē vēlreiz, kad tas atbildēs: neviens pasūtījums netiek skaitīts divreiz.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::Shelf</name>
    <message>
        <source>Put next</source>
        <translation>Likt nākamo</translation>
    </message>
    <message>
        <source>Show or hide what is in reserve</source>
        <translation>Rādīt vai paslēpt rezervi</translation>
    </message>
    <message>
        <source>Put the selected row in front of the next one</source>
        <translation>Likt izvēlēto rindu pirms nākamās</translation>
    </message>
    <message>
        <source>Enter: in front of the row that is next</source>
        <translation>Enter: pirms nākamās rindas</translation>
    </message>
    <message>
        <source>In reserve</source>
        <translation>Rezervē</translation>
    </message>
    <message numerus="yes">
        <source>In reserve: %n</source>
        <translation>
            <numerusform>Rezervē: %n</numerusform>
            <numerusform>Rezervē: %n</numerusform>
            <numerusform>Rezervē: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In reserve: %n, shown</source>
        <translation>
            <numerusform>Rezervē: %n, redzama</numerusform>
            <numerusform>Rezervē: %n, redzamas</numerusform>
            <numerusform>Rezervē: %n, nav</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In reserve: %n, hidden</source>
        <translation>
            <numerusform>Rezervē: %n, paslēpta</numerusform>
            <numerusform>Rezervē: %n, paslēptas</numerusform>
            <numerusform>Rezervē: %n, nav</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ShopDesk</name>
    <message>
        <source>“%1” is kept.</source>
        <translation>„%1” ir saglabāta.</translation>
    </message>
    <message numerus="yes">
        <source>A show sells at most %n products. Choose fewer.</source>
        <translation>
            <numerusform>Raidījums pārdod ne vairāk kā %n preci. Izvēlies mazāk.</numerusform>
            <numerusform>Raidījums pārdod ne vairāk kā %n preces. Izvēlies mazāk.</numerusform>
            <numerusform>Raidījums pārdod ne vairāk kā %n preču. Izvēlies mazāk.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has the code of “%2”, which is in this show. Give it another code.</source>
        <translation>„%1” ir tāds pats kods kā „%2”, kas ir šajā raidījumā. Dod tai citu kodu.</translation>
    </message>
    <message>
        <source>“%1” has no price in the currency of this show.</source>
        <translation>„%1” nav cenas šī raidījuma valūtā.</translation>
    </message>
    <message numerus="yes">
        <source>%n products are on their way into the show.</source>
        <translation>
            <numerusform>%n prece ir ceļā uz raidījumu.</numerusform>
            <numerusform>%n preces ir ceļā uz raidījumu.</numerusform>
            <numerusform>%n preču ir ceļā uz raidījumu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not kept, because the book has their code or SKU already: %1</source>
        <translation>Nav saglabātas, jo grāmatā jau ir to kods vai artikuls: %1</translation>
    </message>
    <message>
        <source>The products of this show are kept.</source>
        <translation>Šī raidījuma preces ir saglabātas.</translation>
    </message>
    <message>
        <source>Photo of the product</source>
        <translation>Preces foto</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</source>
        <translation>Attēli (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Visas datnes (*)</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Importēt preces</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabulas (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be imported</source>
        <translation>„%1” nevar importēt</translation>
    </message>
    <message>
        <source>A table was imported</source>
        <translation>Importēta tabula</translation>
    </message>
    <message numerus="yes">
        <source>%n products were imported.</source>
        <translation>
            <numerusform>Importēta %n prece.</numerusform>
            <numerusform>Importētas %n preces.</numerusform>
            <numerusform>Importētas %n preču.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos could not be read and were left out.</source>
        <translation>
            <numerusform>%n foto nevarēja nolasīt un tas ir izlaists.</numerusform>
            <numerusform>%n foto nevarēja nolasīt un tie ir izlaisti.</numerusform>
            <numerusform>%n foto nevarēja nolasīt un tie ir izlaisti.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export products</source>
        <translation>Eksportēt preces</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabulas (*.csv)</translation>
    </message>
    <message>
        <source>products</source>
        <translation>preces</translation>
    </message>
    <message>
        <source>The products can&apos;t be exported</source>
        <translation>Preces nevar eksportēt</translation>
    </message>
    <message>
        <source>Exported to “%1”</source>
        <translation>Eksportēts uz „%1”</translation>
    </message>
    <message>
        <source>It has changed meanwhile, by an import for instance. Close this and edit it again: what stands here would undo that.</source>
        <translation>Prece pa to laiku ir mainīta, piemēram, ar importu. Aizver šo un labo no jauna: šeit ierakstītais to atceltu.</translation>
    </message>
    <message>
        <source>A table is being imported. Save again when that is done.</source>
        <translation>Tiek importēta tabula. Saglabā vēlreiz, kad tas būs pabeigts.</translation>
    </message>
    <message>
        <source>“%1” is not kept. %2</source>
        <translation>„%1” nav saglabāta. %2</translation>
    </message>
    <message>
        <source>“%1” has not reached the show. %2 Then choose it and press “Sell in this show”.</source>
        <translation>„%1” nav nonākusi raidījumā. %2 Pēc tam izvēlies to un spied „Pārdot šajā raidījumā”.</translation>
    </message>
    <message>
        <source>The pieces of %1 have not changed in the show (%2). %3</source>
        <translation>%1 gabalu skaits raidījumā nav mainījies (%2). %3</translation>
    </message>
    <message numerus="yes">
        <source>%n products leave the shop book; every price they had stays in the ledger.</source>
        <translation>
            <numerusform>%n prece tiks noņemta no veikala grāmatas; visas tās cenas paliks žurnālā.</numerusform>
            <numerusform>%n preces tiks noņemtas no veikala grāmatas; visas to cenas paliks žurnālā.</numerusform>
            <numerusform>%n preces tiks noņemtas no veikala grāmatas; visas to cenas paliks žurnālā.</numerusform>
        </translation>
    </message>
    <message>
        <source>This show goes on selling them: %1</source>
        <translation>Šajā raidījumā pārdošana turpinās: %1</translation>
    </message>
    <message>
        <source>This show goes on selling them.</source>
        <translation>Šajā raidījumā pārdošana turpinās.</translation>
    </message>
    <message>
        <source>“%1” is on air, so it is not removed. Take another item first.</source>
        <translation>„%1” ir ēterā, tāpēc to nenoņem. Vispirms laid ēterā citu punktu.</translation>
    </message>
    <message>
        <source>The offer “%1” sells “%2”, so it is not removed. Stop the offer first.</source>
        <translation>Piedāvājums „%1” pārdod „%2”, tāpēc to nenoņem. Vispirms apturi piedāvājumu.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” stands in %n orders of this show, so it is not removed. It can be when another show is open.</source>
        <translation>
            <numerusform>„%1” ir %n šī raidījuma pasūtījumā, tāpēc to nenoņem. To varēs, kad būs atvērts cits raidījums.</numerusform>
            <numerusform>„%1” ir %n šī raidījuma pasūtījumos, tāpēc to nenoņem. To varēs, kad būs atvērts cits raidījums.</numerusform>
            <numerusform>„%1” ir %n šī raidījuma pasūtījumos, tāpēc to nenoņem. To varēs, kad būs atvērts cits raidījums.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products were removed from the shop book.</source>
        <translation>
            <numerusform>%n prece ir noņemta no veikala grāmatas.</numerusform>
            <numerusform>%n preces ir noņemtas no veikala grāmatas.</numerusform>
            <numerusform>%n preces ir noņemtas no veikala grāmatas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrina::ui::ShowBar</name>
    <message>
        <source>Ends</source>
        <translation>Beigsies</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>Skatītāji</translation>
    </message>
    <message>
        <source>GMV</source>
        <translation>Apgrozījums</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pasūtījumi</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Sākt tiešraidi</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Izvēlne</translation>
    </message>
    <message>
        <source>Menu (Alt)</source>
        <translation>Izvēlne (Alt)</translation>
    </message>
    <message>
        <source>End show…</source>
        <translation>Beigt tiešraidi…</translation>
    </message>
    <message>
        <source>End now %1</source>
        <translation>Beigt tagad %1</translation>
    </message>
    <message>
        <source>The viewers&apos; page: address and QR code</source>
        <translation>Skatītāju lapa: adrese un QR kods</translation>
    </message>
    <message>
        <source>End show, press twice</source>
        <translation>Beigt tiešraidi, spied divreiz</translation>
    </message>
    <message>
        <source>End now, %1 s left, Escape keeps going</source>
        <translation>Beigt tagad, atlikušas %1 s, ar Esc turpina</translation>
    </message>
    <message>
        <source>A second press ends the show; Esc keeps going</source>
        <translation>Otrs spiediens beidz tiešraidi; ar Esc tā turpinās</translation>
    </message>
    <message>
        <source>over</source>
        <translation>pāri</translation>
    </message>
    <message>
        <source>under</source>
        <translation>mazāk</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Gaida</translation>
    </message>
    <message>
        <source>Accepted orders at the charged price, VAT included</source>
        <translation>Pieņemtie pasūtījumi par samaksāto cenu, ar PVN</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Lapa</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>savienojas</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>neatbild</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>sākas</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>savienojas no jauna</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nedarbojas</translation>
    </message>
    <message>
        <source>REC</source>
        <translation>REC</translation>
    </message>
    <message>
        <source>Time now %1</source>
        <translation>Tagad %1</translation>
    </message>
    <message>
        <source>Start publishing</source>
        <translation>Sākt raidīt</translation>
    </message>
    <message>
        <source>End the show: press twice</source>
        <translation>Beigt tiešraidi: spied divreiz</translation>
    </message>
    <message>
        <source>End the show: press twice (%1, twice)</source>
        <translation>Beigt tiešraidi: spied divreiz (%1, divreiz)</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::SlideDialog</name>
    <message>
        <source>Slide: %1</source>
        <translation>Slaids: %1</translation>
    </message>
    <message>
        <source>Count down to</source>
        <translation>Skaitīt atpakaļ līdz</translation>
    </message>
    <message>
        <source>Words on the slide</source>
        <translation>Vārdi slaidā</translation>
    </message>
    <message>
        <source>The usual words</source>
        <translation>Parastie vārdi</translation>
    </message>
    <message>
        <source>Time it counts down to</source>
        <translation>Laiks, līdz kuram skaita</translation>
    </message>
    <message>
        <source>Without a time of its own it counts down to the planned start of the show.</source>
        <translation>Bez sava laika tas skaita atpakaļ līdz raidījuma plānotajam sākumam.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saglabāt</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::SourceTile</name>
    <message>
        <source>no picture</source>
        <translation>nav attēla</translation>
    </message>
    <message>
        <source>LOST %1</source>
        <translation>ZUDUSI %1</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>savienojas</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>Kamera %1</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>ēterā</translation>
    </message>
    <message>
        <source>in preview</source>
        <translation>priekšskatījumā</translation>
    </message>
    <message>
        <source>Scene %1</source>
        <translation>Aina %1</translation>
    </message>
    <message>
        <source>a camera is lost</source>
        <translation>kāda kamera pazudusi</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>bez skaņas</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::StatusLine</name>
    <message>
        <source>Server</source>
        <translation>Serveris</translation>
    </message>
    <message>
        <source>Server: connecting</source>
        <translation>Serveris: savienojas</translation>
    </message>
    <message>
        <source>Server: no answer for %1</source>
        <translation>Serveris: neatbild jau %1</translation>
    </message>
    <message>
        <source>Server: not started</source>
        <translation>Serveris: nav palaists</translation>
    </message>
    <message>
        <source>Canvas %1×%2 · %3</source>
        <translation>Attēls %1×%2 · %3</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 kadri/s</translation>
    </message>
    <message>
        <source>Lagged %1</source>
        <translation>Aizkavēti %1</translation>
    </message>
    <message>
        <source>Skipped %1</source>
        <translation>Izlaisti %1</translation>
    </message>
    <message>
        <source>Dropped %1</source>
        <translation>Zaudēti %1</translation>
    </message>
    <message>
        <source>CPU %1 %</source>
        <translation>CPU %1 %</translation>
    </message>
    <message>
        <source>Disk %1 GB</source>
        <translation>Disks %1 GB</translation>
    </message>
    <message>
        <source>multiview reduced</source>
        <translation>kameru attēli retāk</translation>
    </message>
    <message>
        <source>preview reduced</source>
        <translation>priekšskatījums retāk</translation>
    </message>
    <message>
        <source>windows reduced</source>
        <translation>logi retāk</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::SummaryDialog</name>
    <message>
        <source>The show has ended</source>
        <translation>Raidījums ir beidzies</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>Ēterā</translation>
    </message>
    <message>
        <source>Viewers, peak</source>
        <translation>Skatītāji, visvairāk</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Ziņas</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pasūtījumi</translation>
    </message>
    <message>
        <source>Pieces sold</source>
        <translation>Pārdoti gabali</translation>
    </message>
    <message>
        <source>GMV, VAT included</source>
        <translation>Apgrozījums ar PVN</translation>
    </message>
    <message>
        <source>Problems during the show: %1. The report names them.</source>
        <translation>Kļūmes raidījuma laikā: %1. Tās nosauktas pārskatā.</translation>
    </message>
    <message>
        <source>Open recording folder</source>
        <translation>Atvērt ieraksta mapi</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Atvērt pārskatu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::SyncDialog</name>
    <message>
        <source>Sync offset</source>
        <translation>Skaņas nobīde</translation>
    </message>
    <message>
        <source>Follows the camera on program (lip sync)</source>
        <translation>Seko programmas kamerai (lūpu sinhronizācija)</translation>
    </message>
    <message>
        <source>A camera&apos;s picture comes later than a microphone&apos;s sound. Hear the sound later by as much, and lips and words agree.</source>
        <translation>Kameras attēls pienāk vēlāk nekā mikrofona skaņa. Ja skaņu dzird tikpat daudz vēlāk, lūpas un vārdi sakrīt.</translation>
    </message>
    <message>
        <source>Heard later by</source>
        <translation>Dzirdama vēlāk par</translation>
    </message>
    <message>
        <source>Clap test…</source>
        <translation>Plaukšķa pārbaude…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Sync offset of “%1”</source>
        <translation>Skaņas nobīde: “%1”</translation>
    </message>
    <message>
        <source>“%1” is heard later by, in milliseconds</source>
        <translation>“%1” dzirdama vēlāk par, milisekundēs</translation>
    </message>
    <message>
        <source>Sound can&apos;t be heard before it comes: it is heard at once. Below zero only takes something off a camera&apos;s delay.</source>
        <translation>Skaņu nevar dzirdēt, pirms tā pienāk: tā ir dzirdama uzreiz. Zem nulles tikai samazina kameras aizkavi.</translation>
    </message>
    <message>
        <source>Now heard %1 ms later than it comes.</source>
        <translation>Tagad dzirdama %1 ms vēlāk, nekā pienāk.</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::TakeColumn</name>
    <message>
        <source>Auto</source>
        <translation>Pāreja</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Tūlītēji</translation>
    </message>
    <message>
        <source>TAKE NEXT</source>
        <translation>LAIST ĒTERĀ</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Pludināt</translation>
    </message>
    <message>
        <source>Cut</source>
        <comment>kind of transition</comment>
        <translation>Griezt</translation>
    </message>
    <message>
        <source>Kind of transition</source>
        <translation>Pārejas veids</translation>
    </message>
    <message>
        <source>How Auto and a take change over</source>
        <translation>Kā mainās attēls ar pāreju un laižot ēterā</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Length of the transition</source>
        <translation>Pārejas ilgums</translation>
    </message>
    <message>
        <source>How long the transition takes</source>
        <translation>Cik ilga ir pāreja</translation>
    </message>
    <message>
        <source>Take next: %1</source>
        <translation>Laist ēterā: %1</translation>
    </message>
    <message>
        <source>Take next: nothing is next</source>
        <translation>Laist ēterā: nākamā nav</translation>
    </message>
    <message>
        <source>Preview to program with the transition</source>
        <translation>Priekšskatījumu programmā ar pāreju</translation>
    </message>
    <message>
        <source>Preview to program at once</source>
        <translation>Priekšskatījumu programmā tūlīt</translation>
    </message>
    <message>
        <source>Take the next item</source>
        <translation>Laist ēterā nākamo punktu</translation>
    </message>
    <message>
        <source>with a cut</source>
        <translation>bez pārejas</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::TermsDialog</name>
    <message>
        <source>Seller and terms</source>
        <translation>Pārdevējs un noteikumi</translation>
    </message>
    <message>
        <source>I offer only goods that comply with the law of the European Union</source>
        <translation>Es piedāvāju tikai preces, kas atbilst Eiropas Savienības tiesībām</translation>
    </message>
    <message>
        <source>on delivery</source>
        <translation>saņemot piegādi</translation>
    </message>
    <message>
        <source>at collection</source>
        <translation>saņemot uz vietas</translation>
    </message>
    <message>
        <source>by transfer</source>
        <translation>ar pārskaitījumu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Saglabāt</translation>
    </message>
    <message>
        <source>Who sells</source>
        <translation>Kas pārdod</translation>
    </message>
    <message>
        <source>Name, as in the register</source>
        <translation>Nosaukums, kā reģistrā</translation>
    </message>
    <message>
        <source>Register number</source>
        <translation>Reģistrācijas numurs</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adrese</translation>
    </message>
    <message>
        <source>VAT number, if any</source>
        <translation>PVN numurs, ja ir</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Tālrunis</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-pasts</translation>
    </message>
    <message>
        <source>Delivery and collection</source>
        <translation>Piegāde un saņemšana uz vietas</translation>
    </message>
    <message>
        <source>Add a way</source>
        <translation>Pievienot veidu</translation>
    </message>
    <message>
        <source>Add a way of delivery</source>
        <translation>Pievienot piegādes veidu</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Maksājums</translation>
    </message>
    <message>
        <source>Payment %1</source>
        <translation>Maksājums %1</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min.</translation>
    </message>
    <message>
        <source>Account for transfers: holder and number</source>
        <translation>Konts pārskaitījumiem: īpašnieks un numurs</translation>
    </message>
    <message>
        <source>VAT, %</source>
        <translation>PVN, %</translation>
    </message>
    <message>
        <source>A checkout keeps its pieces for</source>
        <translation>Gabalus patur</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Noteikumi</translation>
    </message>
    <message>
        <source>Terms of sale</source>
        <translation>Pārdošanas noteikumi</translation>
    </message>
    <message>
        <source>How to withdraw and return within 14 days</source>
        <translation>Kā atteikties un atgriezt 14 dienās</translation>
    </message>
    <message>
        <source>Another shop&apos;s checkout</source>
        <translation>Cita veikala pasūtīšana</translation>
    </message>
    <message>
        <source>Buyers check out here</source>
        <translation>Pircēji pasūta šeit</translation>
    </message>
    <message>
        <source>Buyers go to a Shopify cart</source>
        <translation>Pircēji dodas uz Shopify grozu</translation>
    </message>
    <message>
        <source>Buyers go to a WooCommerce cart</source>
        <translation>Pircēji dodas uz WooCommerce grozu</translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation>Pasūtīšana</translation>
    </message>
    <message>
        <source>Address of that shop</source>
        <translation>Tā veikala adrese</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Piegāde</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Uz vietas</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nekad</translation>
    </message>
    <message>
        <source>Take the way out</source>
        <translation>Izņemt veidu</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Veids</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nosaukums</translation>
    </message>
    <message>
        <source>When, or where</source>
        <translation>Kad vai kur</translation>
    </message>
    <message>
        <source>Prices by country, * anywhere else</source>
        <translation>Cenas pa valstīm, * citur</translation>
    </message>
    <message>
        <source>Free for goods from</source>
        <translation>Bez maksas no</translation>
    </message>
    <message>
        <source>Give each way of delivery a title.</source>
        <translation>Dod katram piegādes veidam nosaukumu.</translation>
    </message>
    <message>
        <source>Give prices by country: LV 3.50; EE 5; * 9.90.</source>
        <translation>Ieraksti cenas pa valstīm: LV 3,50; EE 5; * 9,90.</translation>
    </message>
    <message>
        <source>Give an amount from which delivery is free, or leave it empty.</source>
        <translation>Ieraksti summu, no kuras piegāde ir bez maksas, vai atstāj tukšu.</translation>
    </message>
    <message>
        <source>Give VAT in percent, up to 100: 21.</source>
        <translation>Ieraksti PVN procentos, līdz 100: 21.</translation>
    </message>
    <message>
        <source>an address that begins with https://</source>
        <translation>adrese, kas sākas ar https://</translation>
    </message>
    <message>
        <source>Nothing is missing: buyers can check out.</source>
        <translation>Nekā netrūkst: pircēji var pasūtīt.</translation>
    </message>
    <message>
        <source>Checkout stays closed. Missing: %1.</source>
        <translation>Pasūtīšana paliek slēgta. Trūkst: %1.</translation>
    </message>
    <message>
        <source>On its way to the show server…</source>
        <translation>Ceļā uz raidījuma serveri…</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::VariantTable</name>
    <message>
        <source>SKU</source>
        <translation>Artikuls</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variants</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Cena</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>Zemākā cena</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Gabali</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Ārējais id</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianti</translation>
    </message>
    <message>
        <source>A lower price wants a second press</source>
        <translation>Zemākai cenai vajag otru piespiešanu</translation>
    </message>
    <message>
        <source>Its id in the shop that checks out</source>
        <translation>Tā id veikalā, kas noformē pirkumu</translation>
    </message>
    <message>
        <source>Price, %1</source>
        <translation>Cena, %1</translation>
    </message>
</context>
<context>
    <name>vitrina::ui::VoidDialog</name>
    <message>
        <source>Void since</source>
        <translation>Anulēt kopš</translation>
    </message>
    <message>
        <source>Cancel all orders of an offer since a moment</source>
        <translation>Atcelt visus piedāvājuma pasūtījumus kopš brīža</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Piedāvājums</translation>
    </message>
    <message>
        <source>Ordered at or after</source>
        <translation>Pasūtīts šajā brīdī vai vēlāk</translation>
    </message>
    <message>
        <source>Message to each buyer</source>
        <translation>Ziņa katram pircējam</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Cancel these orders</source>
        <translation>Atcelt šos pasūtījumus</translation>
    </message>
    <message>
        <source>Nothing was ordered under an offer.</source>
        <translation>Ar piedāvājumu nekas nav pasūtīts.</translation>
    </message>
    <message>
        <source>No order that can still be cancelled.</source>
        <translation>Nav pasūtījumu, ko vēl var atcelt.</translation>
    </message>
    <message>
        <source>Orders that will be cancelled: %1. Their pieces are for sale again.</source>
        <translation>Tiks atcelti pasūtījumi: %1. To gabali atkal pārdošanā.</translation>
    </message>
    <message>
        <source>Press again %1</source>
        <translation>Spied vēlreiz %1</translation>
    </message>
</context>
</TS>
