import { startI18n, withLaterMessages } from '../../src/i18n/messages.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';

await startI18n('fr');
// Parts are shown by themselves here, without what would bring their words.
await withLaterMessages(Promise.resolve());

// As the script in index.html says on every page where there are scripts.
document.documentElement.dataset['scripted'] = '';
